using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>Profiles for the exchange format of DATEV (files <c>EXTF_*.csv</c> and <c>DTVF_*.csv</c>).</summary>
/// <remarks>Fields and formats are those of DATEV's documentation of version 13 of the format, and of an example file
/// of an older version; the sides, signs and tax were not seen against a ledger.</remarks>
public static class DatevProfiles
{
    private static readonly ColumnSource Account = ColumnSource.Named("Konto");
    private static readonly ColumnSource ContraAccount = ColumnSource.Named(
        "Gegenkonto (ohne BU-Schlüssel)", "Gegenkonto");

    /// <summary>Postings from a <c>Buchungsstapel</c>.</summary>
    /// <remarks>
    /// <para>Amounts are positive in the file; the flag S or H stands for the account, and for the opposite on the
    /// contra account. Amounts in a foreign currency are read from the fields of the base currency. Revenue accounts
    /// may be among the elements; their credits count positive.</para>
    /// <para>The file has day and month; the year is the one that lies between the first and the last day of its first
    /// line. A day that lies there twice, or not at all, is a fault of its row. Rows that post to no element are set
    /// aside. Windows-1252, or UTF-8 with a byte order mark.</para>
    /// </remarks>
    /// <param name="center">Which field has the center.</param>
    /// <param name="isElement">Which accounts are elements, such as
    /// <c>account => RowTest.Between(account, "4000", "4999")</c>.</param>
    /// <param name="side">Where the element is looked for. For rows with two elements read the file twice, once for
    /// each side.</param>
    /// <param name="tax">What is done about tax.</param>
    /// <param name="reversal">What the mark of a reversal means.</param>
    /// <exception cref="ArgumentNullException"><paramref name="isElement"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown choice.</exception>
    public static ImportProfile Postings(
        DatevCenter center,
        Func<ColumnSource, RowTest> isElement,
        DatevSide side,
        DatevTax tax,
        DatevReversal reversal)
    {
        ArgumentNullException.ThrowIfNull(isElement);
        ProfileParts.Require(center, nameof(center));
        ProfileParts.Require(side, nameof(side));
        ProfileParts.Require(tax, nameof(tax));
        ProfileParts.Require(reversal, nameof(reversal));
        RowTest isCredited = isElement(ContraAccount);
        RowTest isOnAccount = isElement(Account);
        ColumnSource element = Pick(side, isOnAccount, Account, ContraAccount);
        ColumnSource kost = center == DatevCenter.Kost1
            ? ColumnSource.Named("KOST1 - Kostenstelle", "Kostenstelle 1")
            : ColumnSource.Named("KOST2 - Kostenstelle", "Kostenstelle 2");
        ImportProfile profile = Fields()
            .WithColumn("center", kost)
            .WithColumn("element", element)
            .WithAmount(AmountOf(Pick(side, isOnAccount, Flag, Turned(Flag)), reversal))
            .WithFilter(RowFilter.Drop(isElement(element).Not(), "rows without an element"));
        if (side == DatevSide.Either)
        {
            profile = profile.WithFilter(RowFilter.Refuse(
                isOnAccount.And(isCredited),
                "One element was expected, account and contra account are both. Read the file for each side by "
                    + "itself."));
        }

        if (tax == DatevTax.RefuseTaxKeys)
        {
            profile = profile.WithFilter(RowFilter.Refuse(
                RowTest.IsEmpty(Key).Or(RowTest.Is(Key, "0", "40", "80")).Not(),
                "A net amount was expected; the row has a tax key, so its amount is gross and the net one is not in "
                    + "the file."));
        }

        return reversal == DatevReversal.IsRefused
            ? profile.WithFilter(RowFilter.Refuse(
                Reversed, "No reversal (Generalumkehr) was expected. Say in the profile what its flag means."))
            : profile;
    }

    private static ColumnSource Flag { get; } = ColumnSource.Named("Soll/Haben-Kennzeichen");

    private static ColumnSource Key { get; } = ColumnSource.Named("BU-Schlüssel");

    /// <summary>By the mark of newer formats, or by the first digit of a key of two: 2 and 3, or 6 to 8.</summary>
    private static RowTest Reversed { get; } = RowTest
        .Is(ColumnSource.NamedIfPresent("Generalumkehr (GU)"), "G", "1")
        .Or(RowTest.Between(Key, "20", "39"))
        .Or(RowTest.Between(Key, "60", "89"));

    private static ImportProfile Fields()
    {
        ColumnSource baseAmount = ColumnSource.NamedIfPresent("Basis-Umsatz", "Basisumsatz");
        ColumnSource currency = ColumnSource.When(
            RowTest.IsEmpty(baseAmount),
            ColumnSource.Named("WKZ Umsatz").Or(ColumnSource.Metadata("currency")),
            ColumnSource.NamedIfPresent("WKZ Basis-Umsatz", "WKZ Basisumsatz"));
        return ImportProfile.Contract
            .WithDelimiter(';')
            .WithEncoding("windows-1252")
            .WithByteOrderMark()
            .WithNumbers(',', "")
            .WithShortRows()
            .WithLastRow(LastRow.Row)
            .WithHeader(HeaderPlace.FoundWithin(2))
            .WithMetadata(FileMetadata.At("from", line: 1, cell: 15))
            .WithMetadata(FileMetadata.At("through", line: 1, cell: 16))
            .WithMetadata(FileMetadata.At("currency", line: 1, cell: 22))
            .WithAmountSigns(AmountSigns.DebitPositive)
            .WithCurrency(CurrencyRule.FromColumn(currency))
            .WithColumn("date", ColumnSource.DayAndMonth(
                ColumnSource.Named("Belegdatum"), ColumnSource.Metadata("from"), ColumnSource.Metadata("through")))
            .WithColumn("document", ColumnSource.NamedIfPresent("Belegfeld 1"))
            .WithColumn("text", ColumnSource.NamedIfPresent("Buchungstext"));
    }

    private static AmountSource AmountOf(ColumnSource flag, DatevReversal reversal)
    {
        ColumnSource sign = reversal == DatevReversal.TurnsTheFlag
            ? ColumnSource.When(Reversed, Turned(flag), flag)
            : flag;
        return AmountSource
            .FromColumn(ColumnSource.NamedIfPresent("Basis-Umsatz", "Basisumsatz")
                .Or(ColumnSource.Named("Umsatz (ohne Soll/Haben-Kz)")))
            .SignedBy(sign, positive: ["S"], negative: ["H"]);
    }

    /// <summary>The text of the side that has the element.</summary>
    private static ColumnSource Pick(
        DatevSide side, RowTest isOnAccount, ColumnSource onAccount, ColumnSource onContraAccount) => side switch
    {
        DatevSide.Account => onAccount,
        DatevSide.ContraAccount => onContraAccount,
        _ => ColumnSource.When(isOnAccount, onAccount, onContraAccount),
    };

    private static ColumnSource Turned(ColumnSource flag) =>
        flag.Translated(new Dictionary<string, string> { ["S"] = "H", ["H"] = "S" });
}
