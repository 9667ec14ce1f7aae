using System.Text.RegularExpressions;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>The headings that systems give to the columns of postings, in several languages: all in this place.
/// </summary>
/// <remarks>Of two headings for one column the one of the earlier list is meant; two of the same list are a doubt.
/// </remarks>
internal static partial class KnownHeadings
{
    public const string Date = "date";
    public const string Center = "center";
    public const string Element = "element";
    public const string Amount = "amount";
    public const string Quantity = "quantity";
    public const string Document = "document";
    public const string Text = "text";
    public const string Debit = "debit";
    public const string Credit = "credit";
    public const string Sign = "sign";
    public const string Currency = "currency";
    public const string Year = "year";
    public const string Month = "month";
    public const string Version = "version";
    public const string Period = "period";
    public const string Budget = "budget";

    /// <summary>The worst rank of a known heading.</summary>
    public const int Unknown = int.MaxValue;

    private static readonly Dictionary<string, string[][]> Headings = new()
    {
        [Date] =
        [
            [
                "date", "posting date", "posted date", "booking date", "transaction date", "accounting date", "gl date",
                "Buchungsdatum", "Datum", "Buchungstag", "date comptable", "date de comptabilisation", "date écriture",
                "EcritureDate", "fecha", "fecha contable", "data", "data registrazione", "boekdatum", "bogføringsdato",
                "bokföringsdatum", "bokføringsdato", "data księgowania", "datum účtování", "usage date",
                "charge period start", "Buch.dat.", "Buchungsdat.",
                "effective date of transaction", "effective date", "过账日期",
            ],
            [
                "document date", "Belegdatum", "invoice date", "Rechnungsdatum", "value date", "Valuta", "Wertstellung",
                "payment date", "date pièce", "PieceDate", "fecha documento", "data documento", "created", "entry date",
            ],
        ],
        [Center] =
        [
            [
                "center", "centre", "cost center", "cost centre", "costcenter", "cost center code", "cost centre code",
                "Kostenstelle", "Kostenstellennummer", "KOST1", "KOST1 - Kostenstelle", "centre de coût",
                "centre de coûts", "section analytique", "centro de coste", "centro de costes", "centro de costos",
                "centro de custo", "centro di costo", "kostenplaats", "kostenplaatscode", "omkostningssted",
                "kostnadsställe", "kostnadssted", "miejsce powstawania kosztów", "MPK", "nákladové středisko",
                "kustannuspaikka", "masraf merkezi", "成本中心",
            ],
            [
                "department", "department code", "Abteilung", "service", "département", "departamento", "reparto",
                "afdeling", "avdelning", "analytic account", "tracking category", "class", "sub account name",
                "responsibility center", "business unit", "profit center", "department family", "departments",
                "directorate", "invoice section name",
            ],
        ],
        [Element] =
        [
            [
                "element", "cost element", "cost element code", "Kostenart", "Kostenartennummer", "nature comptable",
                "nature de charge", "clase de coste", "clase de costo", "voce di costo", "kostensoort",
                "omkostningsart", "kostnadsslag",
                "成本要素",
            ],
            [
                "account", "account number", "account no", "account code", "gl account", "g/l account",
                "g/l account no", "general ledger account", "Konto", "Sachkonto", "Kontonummer", "compte", "CompteNum",
                "numéro de compte", "cuenta", "cuenta contable", "conto", "conta", "rekening", "grootboekrekening",
                "grootboek", "kontonummer", "expense type", "Aufwandskonto", "main account", "GL code",
                "financial account", "ledger", "expenditure category",
            ],
            ["category", "Kategorie", "expense area", "service category", "meter category"],
        ],
        [Amount] =
        [
            [
                "amount", "Betrag", "montant", "importe", "importo", "valor", "bedrag", "beløb", "belopp", "kwota",
                "částka", "summa", "tutar", "value", "Wert", "net amount", "Nettobetrag", "Umsatz", "amount net",
                "Umsatz (ohne Soll/Haben-Kz)", "montant HT", "cost", "billed cost", "unblended cost",
                "effective cost", "Val.in rep.cur.", "Val. in rep cur.", "Val/COArea Crcy", "Value in Obj. Crcy",
                "Value TranCurr", "Wert/KWähr", "Wert/BWähr", "local amount", "amount in local currency",
                "Betrag in Hauswährung", "Betrag Hauswährung", "Hauswährungsbetrag", "amount lcy", "gross amount",
                "Bruttobetrag", "amount in transaction currency", "Betrag in Belegwährung", "Fremdwährungsbetrag",
                "list cost", "contracted cost", "amount usd", "base amount", "cost in billing currency",
            ],
            ["total", "sum", "Summe", "Gesamt", "net", "gross", "charges", "actual", "Ist", "spend"],
        ],
        [Debit] =
        [
            [
                "debit", "debit amount", "DebitAmount", "debits", "Soll", "Sollbetrag", "Soll-Betrag", "débit",
                "montant débit", "debe", "dare", "débito", "debet", "Wn", "money out", "paid out", "withdrawal",
                "withdrawals", "Ausgaben", "Ausgabe", "Af", "uitgaven", "借方",
            ],
        ],
        [Credit] =
        [
            [
                "credit", "credit amount", "CreditAmount", "credits", "Haben", "Habenbetrag", "Haben-Betrag", "crédit",
                "montant crédit", "haber", "avere", "crédito", "kredit", "Ma", "money in", "paid in", "deposit",
                "deposits", "Einnahmen", "Einnahme", "Bij", "inkomsten", "贷方",
            ],
        ],
        [Sign] =
        [
            [
                "Soll/Haben", "Soll/Haben-Kennzeichen", "S/H", "S/H-Kennzeichen", "SollHaben", "debit/credit",
                "debit/credit indicator", "Dr/Cr", "Dr/Cr indicator", "D/C", "D/C indicator", "dc indicator", "sens",
                "débit/crédit", "debe/haber", "dare/avere", "debet/credit", "af bij", "sign", "Vorzeichen", "direction",
                "credit debit indicator",
            ],
            ["type", "transaction type", "entry type", "Art", "Typ"],
        ],
        [Quantity] =
        [
            [
                "quantity", "qty", "Menge", "total quantity", "quantité", "cantidad", "quantità", "aantal", "antal",
                "KOST-Menge", "ilość", "consumed quantity", "units",
            ],
        ],
        [Document] =
        [
            [
                "document", "document number", "document no", "Belegnummer", "Belegnr", "Beleg", "Belegfeld 1",
                "voucher no", "voucher number", "voucher", "PieceRef", "numéro de pièce", "pièce", "documento",
                "número de documento", "numero documento", "documentnummer", "boekstuknummer", "stuknummer", "bilag",
                "verifikation", "ref document number", "transaction number", "num", "reference", "Referenz", "entry no",
                "invoice number", "Rechnungsnummer",
            ],
        ],
        [Text] =
        [
            [
                "text", "Buchungstext", "description", "Beschreibung", "libellé", "EcritureLib", "descripción",
                "descrizione", "descrição", "omschrijving", "tekst", "memo", "Verwendungszweck", "remarks", "narration",
                "memo/description", "details", "item text", "Positionstext",
            ],
            ["name", "Bezeichnung", "supplier", "Lieferant", "vendor", "payee", "partner"],
        ],
        [Currency] =
        [
            [
                "currency", "Währung", "currency code", "CurrencyCode", "devise", "moneda", "divisa", "valuta", "moeda",
                "WKZ", "WKZ Umsatz", "ISO-Code", "billing currency", "transaction currency", "waluta", "měna", "curr",
                "Idevise", "billing currency code", "report currency", "HWähr", "currency key",
            ],
        ],
        [Year] =
        [
            ["year", "fiscal year", "Jahr", "Geschäftsjahr", "année", "exercice", "año", "ejercicio", "anno", "jaar"],
        ],
        [Month] =
        [
            [
                "month", "Monat", "mois", "mes", "mese", "maand", "period", "from period", "Periode", "Buchungsperiode",
            ],
        ],
    };

    /// <summary>The headings of budgets alone; in postings they mean nothing.</summary>
    private static readonly Dictionary<string, string[][]> BudgetHeadings = new()
    {
        [Version] =
        [
            [
                "version", "budget version", "budget name", "plan version", "Budgetversion", "Planversion", "scenario",
                "Szenario", "scénario", "escenario", "scenariusz",
            ],
        ],
        [Period] =
        [
            [
                "period", "fiscal period", "budget period", "Periode", "Geschäftsperiode", "Buchungsperiode", "période",
                "período", "periodo",
            ],
        ],
        [Budget] =
        [
            [
                "budget", "budget amount", "budgeted", "budgeted amount", "Budgetbetrag", "plan", "plan amount",
                "planned", "planned amount", "planned cost", "Planbetrag", "Plankosten", "Planwert", "montant budgété",
                "importe presupuestado", "presupuesto", "begroting", "begroot bedrag", "annual budget", "Jahresbudget",
            ],
        ],
    };

    private static readonly Dictionary<string, Dictionary<string, int>> Ranks =
        Headings.Concat(BudgetHeadings).ToDictionary(
            column => column.Key,
            column => column.Value
                .SelectMany((headings, rank) => headings.Select(heading => (Key: Form(heading), rank)))
                .GroupBy(each => each.Key)
                .ToDictionary(each => each.Key, each => each.Min(one => one.rank)));

    /// <summary>The words with which the label of a total begins.</summary>
    public static IReadOnlyList<string> TotalWords { get; } =
    [
        "total", "totals", "grand total", "subtotal", "sub-total", "sum", "summe", "gesamt", "gesamtsumme",
        "zwischensumme", "endsumme", "total général", "sous-total", "totale", "totaal", "subtotaal", "suma", "razem",
        "celkem", "totalt", "i alt", "insgesamt", "gesamtergebnis",
    ];

    /// <summary>The texts of balances, which are no postings.</summary>
    public static IReadOnlyList<string> Balances { get; } =
    [
        "beginning balance", "opening balance", "closing balance", "ending balance", "opening", "closing",
        "Anfangsbestand", "Endbestand", "Saldovortrag", "Anfangssaldo", "Endsaldo", "Eröffnungssaldo",
        "balance brought forward", "balance carried forward", "solde initial", "solde final", "report à nouveau",
        "saldo inicial", "saldo final", "saldo iniziale", "saldo finale", "beginsaldo", "eindsaldo",
    ];

    /// <summary>How well a heading names a column: 0 is best; <see cref="Unknown"/> if it does not.</summary>
    public static int RankOf(string column, string heading)
    {
        Dictionary<string, int> ranks = Ranks[column];
        return ranks.TryGetValue(Form(heading), out int rank)
            || ranks.TryGetValue(Form(CurrencyEnd().Replace(heading, "")), out rank)
            || ranks.TryGetValue(Form(BracketEnd().Replace(heading, "")), out rank)
                ? rank
                : Unknown;
    }

    /// <summary>Whether some column has such a heading.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="isBudget">Whether those of budgets count, too.</param>
    public static bool IsKnown(string heading, bool isBudget) =>
        Headings.Keys.Concat(isBudget ? BudgetHeadings.Keys : []).Any(column => RankOf(column, heading) != Unknown);

    /// <summary>The code of a currency at the end of a heading, <c>Amount (EUR)</c>; null where there is none.
    /// </summary>
    public static string? CurrencyOf(string heading)
    {
        Match match = CurrencyEnd().Match(heading);
        string code = match.Groups["code"].Value;
        return match.Success && Monetary.Currency.TryFromIso(code, out _) ? code : null;
    }

    /// <summary>Whether a text, quotes around it aside, begins with a word for a total.</summary>
    public static bool IsTotal(string text) => TotalWords.Any(word =>
        Bare(text) is string bare
        && bare.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (bare.Length == word.Length || !char.IsLetterOrDigit(bare[word.Length])));

    /// <summary>Whether a text ends with a word for the total of a group: <c>4711 Total</c>, <c>4711 Ergebnis</c>.
    /// </summary>
    public static bool IsGroupTotal(string text) => ((string[])["total", "subtotal", "summe", "ergebnis"]).Any(word =>
        text.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase) && !IsTotal(text));

    /// <summary>Whether a text, quotes around it and brackets behind it aside, is that of a balance.</summary>
    public static bool IsBalance(string text) =>
        Balances.Contains(BracketEnd().Replace(Bare(text), ""), StringComparer.OrdinalIgnoreCase);

    private static string Bare(string text) => text.Trim('\'', '"', '\u2018', '\u2019', ' ');

    private static string Form(string heading) =>
        HeadingText.Fold(heading).Replace("_", "", StringComparison.Ordinal).TrimEnd('.', ':', '*');

    [GeneratedRegex(@"\s*[\(\[][^\(\[]*[\)\]]\s*$")]
    private static partial Regex BracketEnd();

    [GeneratedRegex(@"\s*(?:[\(\[]\s*(?:in\s+)?(?<code>[A-Z]{3})\s*[\)\]]|\s(?:in\s+)?(?<code>[A-Z]{3}))\s*$")]
    private static partial Regex CurrencyEnd();
}
