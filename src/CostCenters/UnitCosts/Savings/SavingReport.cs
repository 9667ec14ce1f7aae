using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.UnitCosts.Savings;

/// <summary>What an improvement really saved, period by period, and when it paid back.</summary>
/// <remarks>
/// <para>Baseline rate r0 = driver / volume, over those periods of the baseline that have both: a busier period is not
/// held against the improvement, and a quieter one not credited to it. With V0 and D0 a mean period of the baseline,
/// and c the cost per unit, the change of the driver's cost (D1 - D0) c = volume r0 (V1 - V0) c + improvement
/// (D1 - r0 V1) c, exactly. A volume may be a flow (orders) or a stock (customers): it is read period by period.</para>
/// <para>Absent is not zero: a center has to have a value of driver and volume in every period from its first one on in
/// which another one has a value. A period that lacks one is left out and named by <see cref="Missing"/>.</para>
/// <para>Nothing rounds. Values of later periods change no earlier row. Immutable.</para>
/// </remarks>
public sealed class SavingReport
{
    /// <summary>The kind of the key of the whole, after which the name of the improvement stands, see
    /// <see cref="VarianceKey.Of"/>.</summary>
    public const string SavingKind = "saving";

    /// <summary>The kind of the keys of periods, see <see cref="VarianceKey.Of"/>.</summary>
    public const string PeriodKind = "period";

    /// <summary>The key of the volume node.</summary>
    public const string VolumeKey = "volume";

    /// <summary>The key of the improvement node.</summary>
    public const string ImprovementKey = "improvement";

    private SavingReport(
        Improvement improvement, ImmutableArray<SavingRow> rows, ImmutableArray<MissingValue> missing)
    {
        Improvement = improvement;
        Rows = rows;
        Missing = missing;
    }

    /// <summary>The improvement.</summary>
    public Improvement Improvement { get; }

    /// <summary>One row for each regular period since the start, in order.</summary>
    public ImmutableArray<SavingRow> Rows { get; }

    /// <summary>The values that were not recorded: of the baseline, whose rate and mean period leave out each period
    /// that lacks one, and of the periods since the start, which then have no saving. In order of period, driver before
    /// volume.</summary>
    public ImmutableArray<MissingValue> Missing { get; }

    /// <summary>Units of the driver that did not occur, over those that were expected not to: the realised effect, as a
    /// share of the expected one. Periods without figures are left out.</summary>
    public WeightedRatio Realised => WeightedRatio.Sum(Rows.Where(row => row.Avoided.Value is not null)
        .Select(row => new WeightedRatio(row.Avoided.Value!.Value, row.ExpectedAvoided.Value!.Value)));

    /// <summary>The net saving since the start, before the investment; missing when no period has figures.</summary>
    public Figure NetSaving => Sum(row => row.NetSaving);

    /// <summary>The net saving that was expected since the start, before the investment; missing when no period has
    /// figures.</summary>
    public Figure ExpectedNetSaving => Sum(row => row.ExpectedNetSaving);

    /// <summary>The change of the driver's cost since the start: what volume did, and what the improvement did; null
    /// when no period has figures.</summary>
    public VarianceNode? Change
    {
        get
        {
            VarianceNode[] changes = [.. Rows.Select(row => row.Change).OfType<VarianceNode>()];
            return changes.Length == 0
                ? null
                : VarianceNode.Sum(
                    KeyOf(Improvement),
                    Improvement.Name,
                    "volume + improvement",
                    [Part(VolumeKey), Part(ImprovementKey)]);

            VarianceNode Part(string key) => VarianceNode.Sum(
                key, changes[0][key].Name, "sum of the periods", Rows.Where(row => row.Change is not null)
                    .Select(row => row.Change![key].WithKey(VarianceKey.Of(PeriodKind, row.Period.ToString()))));
        }
    }

    /// <summary>The first period with figures by which the net savings have reached the investment; null while they
    /// have not, and where nothing was invested that could be paid back.</summary>
    public FiscalPeriod? PaidBackIn => PayingRow?.Period;

    /// <summary>How many periods it took to pay back; null where <see cref="PaidBackIn"/> is.</summary>
    public int? PaybackPeriods => PayingRow is SavingRow row ? Rows.IndexOf(row) + 1 : null;

    private SavingRow? PayingRow => Improvement.Investment.IsZero
        ? null
        : Rows.FirstOrDefault(row => row.NetSaving.Value is not null && row.Cumulative >= Improvement.Investment);

    /// <summary>Measures an improvement.</summary>
    /// <param name="improvement">The improvement.</param>
    /// <param name="figures">The actual key figures.</param>
    /// <param name="centers">The centers whose key figures count.</param>
    /// <param name="through">The last period to measure.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="through"/> is before the start.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    public static SavingReport Create(
        Improvement improvement, KeyFigureTable figures, IEnumerable<CenterCode> centers, FiscalPeriod through)
    {
        ArgumentNullException.ThrowIfNull(improvement);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(centers);
        var baseline = SavingBaseline.Of(improvement, figures, [.. centers]);
        var rows = ImmutableArray.CreateBuilder<SavingRow>();
        var missing = baseline.Missing.ToBuilder();
        Fraction cumulative = Fraction.Zero;
        foreach (FiscalPeriod period in figures.Calendar.Enumerate(new FiscalPeriodRange(improvement.Start, through)))
        {
            if (!figures.Calendar.IsAdjustment(period))
            {
                SavingRow row = baseline.Measure(period, cumulative);
                cumulative = row.Cumulative;
                rows.Add(row);
                missing.AddRange(baseline.MissingIn(period));
            }
        }

        return new SavingReport(improvement, rows.ToImmutable(), missing.ToImmutable());
    }

    internal static string KeyOf(Improvement improvement) => VarianceKey.Of(SavingKind, improvement.Name);

    private Figure Sum(Func<SavingRow, Figure> saving)
    {
        Fraction[] values = [.. Rows.Select(row => saving(row).Value).OfType<Fraction>()];
        return values.Length == 0 ? Figure.Missing(FigureGap.NoValue) : Figure.Of(Fraction.Sum(values));
    }
}
