using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>What a segment earns on the assets it ties up: ROI, residual income and economic value added.</summary>
/// <remarks>
/// <para>Which income (segment margin, profit before or after tax) and which assets (operating assets, capital, average
/// or closing) count is for the caller to choose; authors differ. Nothing rounds; a ratio over nothing is missing.
/// Immutable.</para>
/// <para>Source: OpenStax, Principles of Accounting Vol. 2, ROI, RI and EVA (average or given investment); Garrison,
/// Managerial Accounting (average operating assets).</para>
/// </remarks>
public sealed class InvestmentReturn
{
    private readonly Figure income;
    private readonly Figure sales;

    private InvestmentReturn(Figure income, Figure sales, Figure assets)
    {
        this.income = income;
        this.sales = sales;
        Assets = assets;
    }

    /// <summary>What is tied up.</summary>
    public Figure Assets { get; }

    /// <summary>Income / assets, as a fraction: 0.25 is 25 %.</summary>
    public Figure ReturnOnInvestment => Figure.Quotient(income, Assets);

    /// <summary>Income / sales: the first factor of ROI (DuPont).</summary>
    public Figure Margin => Figure.Quotient(income, sales);

    /// <summary>Sales / assets: the second factor of ROI (DuPont). ROI = margin x turnover.</summary>
    public Figure Turnover => Figure.Quotient(sales, Assets);

    /// <summary>The return of given figures.</summary>
    /// <param name="income">What the segment earns.</param>
    /// <param name="sales">Its revenue, or null when nobody said.</param>
    /// <param name="assets">What it ties up.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is beyond 10^15 or has more than 8 decimals.</exception>
    public static InvestmentReturn Create(decimal income, decimal? sales, decimal assets) => new(
        Figure.Of(InputRange.Amount(income)),
        sales is decimal given
            ? Figure.Of(InputRange.Amount(given, nameof(sales)))
            : Figure.Missing(FigureGap.NoValue),
        Figure.Of(InputRange.Amount(assets)));

    /// <summary>The return on the mean of what was tied up first and last.</summary>
    /// <param name="income">What the segment earns.</param>
    /// <param name="sales">Its revenue, or null when nobody said.</param>
    /// <param name="openingAssets">What it tied up when the time began.</param>
    /// <param name="closingAssets">What it ties up when the time ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is beyond 10^15 or has more than 8 decimals.</exception>
    public static InvestmentReturn FromAverage(
        decimal income, decimal? sales, decimal openingAssets, decimal closingAssets)
    {
        Fraction sum = InputRange.Amount(openingAssets) + InputRange.Amount(closingAssets);
        InvestmentReturn known = Create(income, sales, 0m);
        return new InvestmentReturn(known.income, known.sales, Figure.Of(sum / Fraction.Of(2m)));
    }

    /// <summary>The return of a segment by its segment margin and revenue, on assets that are a key figure.</summary>
    /// <param name="margins">The figures of the segment.</param>
    /// <param name="figures">The key figures.</param>
    /// <param name="assets">The stock that counts the assets; its rule says which of several periods stands for
    /// all.</param>
    /// <param name="centers">The centers of the segment.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="periods"/> is <c>default</c>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    public static InvestmentReturn FromKeyFigure(
        SegmentMargins margins,
        KeyFigureTable figures,
        KeyFigureCode assets,
        IEnumerable<CenterCode> centers,
        FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(margins);
        ArgumentNullException.ThrowIfNull(figures);
        return new InvestmentReturn(
            Figure.Of(margins.SegmentMargin), Figure.Of(margins.Revenue), figures.Read(assets, centers, periods));
    }

    /// <summary>Income - required rate x assets.</summary>
    /// <param name="requiredRate">The rate for the time of the income, as a fraction: 0.15 is 15 %.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="requiredRate"/> is negative, beyond 10^9 or has
    /// more than 8 decimals.</exception>
    public Figure ResidualIncome(decimal requiredRate) => Less(income, InputRange.NotNegative(requiredRate));

    /// <summary>Income x (1 - tax rate) - cost of capital x assets: residual income after tax.</summary>
    /// <param name="taxRate">The rate as a fraction, 0 to 1.</param>
    /// <param name="costOfCapital">The weighted average cost of capital for the time of the income, as a fraction.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative, beyond its range or has more than 8 decimals,
    /// or <paramref name="taxRate"/> is above 1.</exception>
    public Figure EconomicValueAdded(decimal taxRate, decimal costOfCapital)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(taxRate, 1m);
        Fraction kept = Fraction.One - InputRange.NotNegative(taxRate);
        return Less(
            income.Value is Fraction value ? Figure.Of(value * kept) : income,
            InputRange.NotNegative(costOfCapital));
    }

    private Figure Less(Figure earned, Fraction rate) =>
        earned.Value is not Fraction value ? earned
        : Assets.Value is not Fraction assets ? Assets
        : Figure.Of(value - (rate * assets));
}
