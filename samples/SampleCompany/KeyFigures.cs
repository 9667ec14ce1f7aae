using System.Globalization;

namespace CostCenters.Samples.SampleCompany;

/// <summary>A row of key-figures.csv, its value already written as text.</summary>
internal sealed record KeyFigureRow(Month Month, string Center, string Name, string Value);

/// <summary>Quantities without money: people, floor space, parcels and what the support channels handle.</summary>
internal static class KeyFigures
{
    public static IEnumerable<KeyFigureRow> Rows(IReadOnlyList<PostingRow> postings)
    {
        var parcels = postings
            .Where(row => row is { Element: "5100", Center: "1120" or "1220" } or { Element: "5200", Center: "1320" })
            .ToLookup(row => (row.Center, row.Date.Year, row.Date.Month));

        foreach (Month month in Month.Between(Month.First, Month.LastActual))
        {
            foreach (IGrouping<string, Staff> center in StaffTable.Rows
                .Where(staff => month.IsWithin(staff.From, staff.Through))
                .GroupBy(staff => staff.Center, StringComparer.Ordinal))
            {
                int present = Ledger.StoryVolumePermille(center.Key, "6010", month);
                long tenths = Whole.Divide(center.Sum(staff => staff.Heads) * 10L * present, 1_000);
                yield return new KeyFigureRow(month, center.Key, "headcount", Decimals(tenths, 1));
            }

            foreach ((string center, int squareMetres) in SupportTable.Space)
            {
                yield return new KeyFigureRow(month, center, "square_metres", Decimals(squareMetres, 0));
            }

            foreach ((string center, string name) in new[]
            {
                ("1120", "parcels"), ("1220", "parcels"), ("1320", "shipments"),
            })
            {
                long count = parcels[(center, month.FirstDay.Year, month.FirstDay.Month)].Sum(row => row.Quantity ?? 0);
                yield return new KeyFigureRow(month, center, name, Decimals(count, 0));
            }

            foreach (KeyFigureRow row in SupportTable.Channels.SelectMany(channel => Support(channel, month)))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<KeyFigureRow> Support(Channel channel, Month month)
    {
        const string SocialMediaDesk = "3160";
        const string Chat = "3130";
        bool merged = month.Index > Month.Of(2025, 6).Index;
        if (channel.Center == SocialMediaDesk && merged)
        {
            yield break;
        }

        int contactsBase = channel.Contacts;
        if (channel.Center == Chat && merged)
        {
            contactsBase += SupportTable.Channels.Single(other => other.Center == SocialMediaDesk).Contacts;
        }

        var random = new RandomStream(channel.Center + "/support/" + month);
        int pressure = Stories.PhonePressurePermille(month);
        int season = ElementTable.Weights(Season.Support)[month.Period - 1] * 12;
        int growth = ElementTable.GrowthPermille(Growth.Volume, month.YearIndex).Volume;
        long Pressed(int calm, int change, int noise) =>
            calm + Whole.Divide((long)change * pressure, 1_000) + random.Between(-noise, noise);

        long contacts = Whole.Divide(
            (long)contactsBase * season * growth / 1_000_000 * Pressed(1_000, channel.Pressure.Contacts, 20), 1_000);
        long resolved = contacts * Pressed(channel.ResolvedPermille, channel.Pressure.Resolved, 8) / 1_000;
        long repeated = contacts * Pressed(channel.RepeatedPermille, channel.Pressure.Repeated, 5) / 1_000;
        long satisfaction = Pressed(channel.Satisfaction, channel.Pressure.Satisfaction, 5);

        // Queues grow in the season, so the first response takes longer in a busy month.
        long minutes = Whole.Divide(Pressed(channel.FirstResponse, channel.Pressure.FirstResponse, 1) * season, 1_000);

        yield return new KeyFigureRow(month, channel.Center, "contacts", Decimals(contacts, 0));
        yield return new KeyFigureRow(month, channel.Center, "repeated_contacts", Decimals(repeated, 0));
        yield return new KeyFigureRow(month, channel.Center, "resolved_first_contact", Decimals(resolved, 0));
        yield return new KeyFigureRow(month, channel.Center, "satisfaction", Decimals(satisfaction, 2));
        if (channel.FirstResponse > 0)
        {
            yield return new KeyFigureRow(month, channel.Center, "first_response_minutes", Decimals(minutes, 1));
        }
    }

    /// <summary>A positive count of decimal units, such as 428 hundredths as <c>4.28</c>.</summary>
    private static string Decimals(long units, int digits) => digits switch
    {
        0 => units.ToString(CultureInfo.InvariantCulture),
        1 => string.Create(CultureInfo.InvariantCulture, $"{units / 10}.{units % 10}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{units / 100}.{units % 100:00}"),
    };
}
