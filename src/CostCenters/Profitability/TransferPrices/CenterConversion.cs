using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support;
using NodaTime;

namespace CostCenters.Profitability.TransferPrices;

/// <summary>The same company with a cost center run as a profit center from a day on: both statements side by side.
/// </summary>
/// <remarks>
/// <para>Until that day the center charges what it costs, afterwards it sells at transfer prices. The company's profit
/// is the same but for what really changes, such as sales outside or less cost.</para>
/// <para>A warning is given where revenue of the center grows with the faults that it mends
/// (<see cref="RevenueIncentive"/>): a support that earns by the call has no reason to wish for fewer calls. Immutable.
/// </para>
/// </remarks>
public sealed class CenterConversion
{
    private CenterConversion(
        CenterHierarchy centers,
        TransferStatement asCostCenter,
        TransferStatement asProfitCenter,
        RevenueIncentive? incentive)
    {
        Centers = centers;
        AsCostCenter = asCostCenter;
        AsProfitCenter = asProfitCenter;
        Incentive = incentive;
    }

    /// <summary>The centers, of which the converted one is a profit center from the day on.</summary>
    public CenterHierarchy Centers { get; }

    /// <summary>The company with the center as it was.</summary>
    public TransferStatement AsCostCenter { get; }

    /// <summary>The company with the center as a profit center.</summary>
    public TransferStatement AsProfitCenter { get; }

    /// <summary>Whether revenue rewards faults, as far as it was asked; null when it was not.</summary>
    public RevenueIncentive? Incentive { get; }

    /// <summary>What the company gains by what really changes.</summary>
    public Fraction RealChange => AsProfitCenter.CompanyProfit - AsCostCenter.CompanyProfit;

    /// <summary>Whether the center would earn more by more faults; null when that is not stated or cannot be told.
    /// </summary>
    public bool? RewardsFaults => Incentive?.RewardsFaults;

    /// <summary>A conversion of given statements.</summary>
    /// <param name="centers">The centers as they are.</param>
    /// <param name="center">The one that becomes a profit center.</param>
    /// <param name="from">Its first day as one.</param>
    /// <param name="asCostCenter">The company with the center as it was.</param>
    /// <param name="asProfitCenter">The company with the center as a profit center.</param>
    /// <param name="incentive">What its revenue rewards, or null when nobody asked.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    /// <exception cref="ArgumentException">The center is not valid on that day, or is a profit center already.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The statements are in two currencies.</exception>
    public static CenterConversion Create(
        CenterHierarchy centers,
        CenterCode center,
        LocalDate from,
        TransferStatement asCostCenter,
        TransferStatement asProfitCenter,
        RevenueIncentive? incentive)
    {
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(asCostCenter);
        ArgumentNullException.ThrowIfNull(asProfitCenter);
        return asCostCenter.Currency == asProfitCenter.Currency
            ? new CenterConversion(Convert(centers, center, from), asCostCenter, asProfitCenter, incentive)
            : throw new CurrencyMismatchException(asCostCenter.Currency, asProfitCenter.Currency);
    }

    /// <summary>What is delivered when a center sells from a day on: its charges before that day, its sales from it on,
    /// and what others charge.</summary>
    /// <param name="calendar">The calendar of the periods.</param>
    /// <param name="center">The center that becomes a profit center.</param>
    /// <param name="from">Its first day as one, the first of a period.</param>
    /// <param name="charges">What the centers charge each other by cost, each in its period.</param>
    /// <param name="sales">What the center sells at transfer prices, each in its period.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The day begins no period, a transfer is null or has no period, or a sale is
    /// one of another center.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such day, or no such period of a transfer.
    /// </exception>
    public static IReadOnlyList<Transfer> Transfers(
        FiscalCalendar calendar,
        CenterCode center,
        LocalDate from,
        IEnumerable<Transfer> charges,
        IEnumerable<Transfer> sales)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(charges);
        ArgumentNullException.ThrowIfNull(sales);
        if (calendar.DatesOf(calendar.PeriodOf(from)).First != from)
        {
            throw new ArgumentException(
                $"{IsoDate.Text(from)} begins no period; convert a center with one.", nameof(from));
        }

        Transfer[] sold = [.. sales.Select(RequirePeriod)];
        return Array.Find(sold, sale => sale.Seller != center) is Transfer other
            ? throw new ArgumentException($"'{other.Seller}' sells, but '{center}' is converted.", nameof(sales))
            :
            [
                .. charges.Select(RequirePeriod).Where(charge => charge.Seller != center || !IsConverted(charge)),
                .. sold.Where(IsConverted),
            ];

        bool IsConverted(Transfer transfer) => calendar.DatesOf(transfer.Period!.Value).First >= from;
    }

    /// <summary>What becomes of the profit of every center, and of the company.</summary>
    /// <remarks>See <see cref="TransferStatement.AnalyzeChange"/>.</remarks>
    public VarianceNode AnalyzeChange() => AsProfitCenter.AnalyzeChange(AsCostCenter);

    private static CenterHierarchy Convert(CenterHierarchy centers, CenterCode center, LocalDate from)
    {
        CenterValidity now = centers[center].At(from)
            ?? throw new ArgumentException($"Center '{center}' is not valid on {IsoDate.Text(from)}.", nameof(from));
        if (now.Kind is CenterKind.Profit or CenterKind.Investment)
        {
            throw new ArgumentException($"Center '{center}' is a profit center already.", nameof(center));
        }

        CenterHierarchy.Builder builder = centers.ToBuilder();
        foreach (CenterValidity validity in centers[center].Validities.Where(validity => validity.Through >= from))
        {
            _ = builder.Change(center, new CenterValidity(
                validity.Name,
                CenterKind.Profit,
                validity.Parent,
                LocalDate.Max(validity.From, from),
                validity.Through,
                validity.Status,
                validity.Owner));
        }

        return builder.Build();
    }

    private static Transfer RequirePeriod(Transfer transfer) =>
        transfer is { Period: not null }
            ? transfer
            : throw new ArgumentException("A transfer with a period was expected.", nameof(transfer));
}
