namespace CostCenters.Samples.SampleCompany;

/// <summary>A row of centers.csv; an empty date leaves that side of the validity open.</summary>
internal sealed record Center(
    string Code, string Name, string Kind, string Parent, string ValidFrom = "", string ValidTo = "");

/// <summary>Who belongs to whom, and since when.</summary>
internal static class CenterTable
{
    public static IReadOnlyList<Center> Rows { get; } =
    [
        new("KML", "Kranichmoor Logistik", "investment", ""),

        new("1000", "Operations", "cost", "KML"),
        new("1100", "Fulfilment Hamburg", "cost", "1000"),
        new("1110", "Goods receiving Hamburg", "cost", "1100"),
        new("1120", "Pick and pack Hamburg", "cost", "1100"),
        new("1130", "Dispatch Hamburg", "cost", "1100"),
        new("1200", "Fulfilment Ulm", "cost", "1000"),
        new("1210", "Receiving and dispatch Ulm", "cost", "1200"),
        new("1220", "Pick and pack Ulm", "cost", "1200"),
        new("1300", "Transport", "cost", "1000"),
        new("1310", "Line haul", "cost", "1300"),
        new("1320", "Last mile", "cost", "1300"),
        new("1330", "Fleet workshop", "cost", "1300", "", "2025-03-31"),
        new("1330", "Fleet workshop", "profit", "1300", "2025-04-01", ""),
        new("1400", "Facilities", "cost", "1000"),
        new("1410", "Site Hamburg", "cost", "1400"),
        new("1420", "Site Ulm", "cost", "1400"),
        new("1500", "Returns", "cost", "1000", "", "2024-09-30"),
        new("1500", "Returns", "cost", "3000", "2024-10-01", ""),
        new("1510", "Returns intake", "cost", "1500"),
        new("1520", "Refurbishment", "cost", "1500"),

        new("2000", "Sales and marketing", "profit", "KML"),
        new("2100", "Sales channels", "profit", "2000"),
        new("2110", "Key accounts", "revenue", "2100"),
        new("2120", "Web shop", "profit", "2100"),
        new("2130", "Marketplaces", "profit", "2100"),
        new("2140", "Parcel contracts", "revenue", "2100"),
        new("2200", "Marketing", "cost", "2000"),
        new("2210", "Brand, press and events", "cost", "2200"),
        new("2220", "Online marketing", "cost", "2200"),

        new("3000", "Customer service", "cost", "KML"),
        new("3100", "Customer support", "cost", "3000"),
        new("3110", "Phone", "cost", "3100"),
        new("3120", "Email", "cost", "3100"),
        new("3130", "Chat", "cost", "3100", "", "2024-09-30"),
        new("3130", "Chat and social media", "cost", "3100", "2024-10-01", ""),
        new("3140", "Self-service", "cost", "3100"),
        new("3150", "Back office", "cost", "3100"),
        new("3160", "Social media desk", "cost", "3100", "", "2024-09-30"),

        new("4000", "Administration", "cost", "KML"),
        new("4100", "Finance", "cost", "4000"),
        new("4200", "People", "cost", "4000"),
        new("4300", "Information technology", "cost", "4000"),
        new("4310", "Software development", "cost", "4300"),
        new("4320", "IT operations", "cost", "4300"),
        new("4400", "Management board", "cost", "4000"),
    ];
}
