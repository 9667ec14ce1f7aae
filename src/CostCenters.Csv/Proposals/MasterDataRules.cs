using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Csv.Shapes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv.Proposals;

/// <summary>How centers and elements are made from the codes of postings.</summary>
/// <remarks>
/// What figures depend on is told by the caller: which elements are costs and which revenues, what centers are, the
/// currency and the calendar. An element of which no rule says the nature is a problem of the proposal, not a cost.
/// <code>
/// MasterDataRules rules = new MasterDataRules("Acme", Currency.Eur, calendar, CenterKind.Cost)
///     .WithNature(ElementNature.Revenue, "4").WithNature(ElementNature.Cost, "5", "6", "7")
///     .WithCenterNames(ColumnSource.Named("Bezeichnung")).WithCenterPrefixes(2);
/// </code>
/// Immutable.
/// </remarks>
public sealed class MasterDataRules
{
    /// <summary>Creates rules: names are the codes, there is no hierarchy, and centers are always valid.</summary>
    /// <param name="name">The name of the book.</param>
    /// <param name="currency">The currency of the postings; amounts have its minor digits.</param>
    /// <param name="calendar">The fiscal calendar.</param>
    /// <param name="kind">What the new centers are.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown kind.</exception>
    public MasterDataRules(string name, Currency currency, FiscalCalendar calendar, CenterKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(calendar);
        Name = name;
        Currency = currency;
        Calendar = calendar;
        Kind = Enum.IsDefined(kind) ? kind : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown.");
        Scale = new DecimalScale(currency.MinorDigits);
    }

    private MasterDataRules(MasterDataRules other)
        : this(other.Name, other.Currency, other.Calendar, other.Kind)
    {
        Scale = other.Scale;
        Natures = other.Natures;
        CenterNames = other.CenterNames;
        ElementNames = other.ElementNames;
        CenterParents = other.CenterParents;
        ElementParents = other.ElementParents;
        CenterPrefixes = other.CenterPrefixes;
        ElementPrefixes = other.ElementPrefixes;
        Validity = other.Validity;
    }

    /// <summary>The name of the book.</summary>
    public string Name { get; }

    /// <summary>The currency of the postings.</summary>
    public Currency Currency { get; }

    /// <summary>The fiscal calendar.</summary>
    public FiscalCalendar Calendar { get; }

    /// <summary>What the new centers are.</summary>
    public CenterKind Kind { get; }

    /// <summary>The decimals of amounts: the minor digits of the currency unless told.</summary>
    public DecimalScale Scale { get; private init; }

    /// <summary>When centers are valid.</summary>
    public UseValidity Validity { get; private init; }

    internal ImmutableArray<(string Prefix, ElementNature Nature)> Natures { get; private init; } = [];

    internal ColumnSource? CenterNames { get; private init; }

    internal ColumnSource? ElementNames { get; private init; }

    internal ColumnSource? CenterParents { get; private init; }

    internal ColumnSource? ElementParents { get; private init; }

    internal ImmutableArray<int> CenterPrefixes { get; private init; } = [];

    internal ImmutableArray<int> ElementPrefixes { get; private init; } = [];

    /// <summary>Amounts have other decimals than the minor digits of the currency.</summary>
    /// <param name="scale">The decimals.</param>
    public MasterDataRules WithScale(DecimalScale scale) => new(this) { Scale = scale };

    /// <summary>Elements whose codes begin so are costs, or revenues; the longest prefix that fits counts.</summary>
    /// <param name="nature">The nature.</param>
    /// <param name="prefixes">Begins of codes, a whole code among them; an empty one stands for all others.</param>
    /// <exception cref="ArgumentOutOfRangeException">An unknown nature.</exception>
    /// <exception cref="ArgumentException">There is none, or a prefix has a nature already.</exception>
    public MasterDataRules WithNature(ElementNature nature, params IEnumerable<string> prefixes)
    {
        ArgumentNullException.ThrowIfNull(prefixes);
        if (!Enum.IsDefined(nature))
        {
            throw new ArgumentOutOfRangeException(nameof(nature), nature, "Unknown.");
        }

        ImmutableArray<(string Prefix, ElementNature Nature)> natures =
            Natures.AddRange(prefixes.Select(prefix => (prefix, nature)));
        return natures.Length == Natures.Length || natures.DistinctBy(each => each.Prefix).Count() < natures.Length
            ? throw new ArgumentException("Name at least one prefix, each once.", nameof(prefixes))
            : new(this) { Natures = natures };
    }

    /// <summary>The names of centers stand in the file.</summary>
    /// <param name="names">Where.</param>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is null.</exception>
    public MasterDataRules WithCenterNames(ColumnSource names) => new(this) { CenterNames = Required(names) };

    /// <summary>The names of elements stand in the file.</summary>
    /// <param name="names">Where.</param>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is null.</exception>
    public MasterDataRules WithElementNames(ColumnSource names) => new(this) { ElementNames = Required(names) };

    /// <summary>The code of the center above stands in the file; an empty one makes a root.</summary>
    /// <param name="parents">Where.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parents"/> is null.</exception>
    public MasterDataRules WithCenterParents(ColumnSource parents) =>
        new(this) { CenterParents = Required(parents), CenterPrefixes = [] };

    /// <summary>The code of the element above stands in the file.</summary>
    /// <param name="parents">Where.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parents"/> is null.</exception>
    public MasterDataRules WithElementParents(ColumnSource parents) =>
        new(this) { ElementParents = Required(parents), ElementPrefixes = [] };

    /// <summary>Centers are grouped by the begins of their codes: with 1 and 2 the center 4711 lies in 47, that in 4.
    /// </summary>
    /// <param name="lengths">The lengths of the begins, rising; a code that is not longer is not grouped by it.</param>
    /// <exception cref="ArgumentException">There is none, or they do not rise from 1 on.</exception>
    public MasterDataRules WithCenterPrefixes(params IEnumerable<int> lengths) =>
        new(this) { CenterPrefixes = Rising(lengths), CenterParents = null };

    /// <summary>Elements are grouped by the begins of their codes; see <see cref="WithCenterPrefixes"/>.</summary>
    /// <param name="lengths">The lengths of the begins, rising.</param>
    /// <exception cref="ArgumentException">There is none, or they do not rise from 1 on.</exception>
    public MasterDataRules WithElementPrefixes(params IEnumerable<int> lengths) =>
        new(this) { ElementPrefixes = Rising(lengths), ElementParents = null };

    /// <summary>Centers are valid as they are used; groups, which have no postings, always.</summary>
    /// <param name="validity">When.</param>
    /// <exception cref="ArgumentOutOfRangeException">Unknown.</exception>
    public MasterDataRules WithValidity(UseValidity validity) =>
        Enum.IsDefined(validity)
            ? new(this) { Validity = validity }
            : throw new ArgumentOutOfRangeException(nameof(validity), validity, "Unknown.");

    /// <summary>The nature of an element; null where no rule says it.</summary>
    internal ElementNature? NatureOf(string code)
    {
        (string Prefix, ElementNature Nature)[] fitting =
            [.. Natures.Where(each => code.StartsWith(each.Prefix, StringComparison.Ordinal))];
        return fitting.Length == 0 ? null : fitting.MaxBy(each => each.Prefix.Length).Nature;
    }

    private static ColumnSource Required(ColumnSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source;
    }

    private static ImmutableArray<int> Rising(IEnumerable<int> lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        ImmutableArray<int> copy = [.. lengths];
        return copy.IsEmpty || copy[0] < 1 || copy.Zip(copy.Skip(1)).Any(pair => pair.First >= pair.Second)
            ? throw new ArgumentException("Name lengths that rise from 1 on.", nameof(lengths))
            : copy;
    }
}
