using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Budgets;

public sealed partial class BudgetVersion
{
    /// <summary>Collects the lines of a version; <see cref="Freeze"/> ends it.</summary>
    public sealed class Builder
    {
        private readonly List<BudgetLine> lines = [];
        private readonly CubeBuilder cube;
        private readonly BudgetRules rules;
        private readonly Phasing phasing;
        private readonly string name;
        private readonly int revision;
        private readonly Dictionary<int, YearShares> sharesOfLine = [];

        /// <summary>Starts a version without lines.</summary>
        /// <param name="space">Centers, elements, calendar, currency and scale.</param>
        /// <param name="name">The name of the version.</param>
        /// <param name="revision">Its revision, 1 for the first budget of that name.</param>
        /// <param name="phasing">How whole-year lines are spread over the periods of their year.</param>
        /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty, or has a NUL or half of a
        /// surrogate pair.</exception>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="revision"/> is below 1.</exception>
        public Builder(CubeSpace space, string name, int revision, Phasing phasing)
            : this(new BudgetRules(space), name, revision, phasing)
        {
        }

        /// <summary>Starts a version without lines, one of many over one space.</summary>
        /// <param name="rules">The rules of a line, and the space.</param>
        /// <param name="name">The name of the version.</param>
        /// <param name="revision">Its revision, from 1.</param>
        /// <param name="phasing">How whole-year lines are spread over the periods of their year.</param>
        /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty, or has a NUL or half of a
        /// surrogate pair.</exception>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="revision"/> is below 1.</exception>
        public Builder(BudgetRules rules, string name, int revision, Phasing phasing)
        {
            ArgumentNullException.ThrowIfNull(rules);
            ArgumentException.ThrowIfNullOrEmpty(name);
            ArgumentOutOfRangeException.ThrowIfLessThan(revision, 1);
            ArgumentNullException.ThrowIfNull(phasing);
            cube = new CubeBuilder(rules.Space);
            this.rules = rules;
            this.name = WholeText.Require(name);
            this.revision = revision;
            this.phasing = phasing;
        }

        /// <summary>Adds a line, which is spread as the version is when it is one for a whole year.</summary>
        /// <param name="line">The line.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
        /// <exception cref="KeyNotFoundException">There is no such center or element.</exception>
        /// <exception cref="ArgumentException">The calendar has no such year or period, center or element is not
        /// valid on the last day of one of its periods, or an amount is finer than the scale.</exception>
        /// <exception cref="InvalidOperationException">The version is frozen.</exception>
        public Builder Add(BudgetLine line) => Add(line, phasing);

        /// <summary>Adds a line with a phasing of its own, such as the seasons of one element.</summary>
        /// <param name="line">The line.</param>
        /// <param name="phasing">How it is spread when it is one for a whole year; another is not spread.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        /// <exception cref="KeyNotFoundException">There is no such center or element.</exception>
        /// <exception cref="ArgumentException">The calendar has no such year or period, center or element is not
        /// valid on the last day of one of its periods, an amount is finer than the scale, or the phasing does not fit
        /// the year or the amount.</exception>
        /// <exception cref="InvalidOperationException">The version is frozen.</exception>
        public Builder Add(BudgetLine line, Phasing phasing)
        {
            ArgumentNullException.ThrowIfNull(phasing);
            return Add(line, (amount, quantity, year) => new YearShares(
                phasing.Spread(amount, year), quantity is long count ? phasing.Spread(count, year) : null));
        }

        /// <summary>Adds a line for each period of a span of days, which need not begin with a year or a period.
        /// </summary>
        /// <param name="center">The center.</param>
        /// <param name="element">The element.</param>
        /// <param name="days">The days that the amount is for, both inclusive.</param>
        /// <param name="amount">The amount of all days, in the currency of the version.</param>
        /// <param name="quantity">The quantity of all days in the element's unit, or null.</param>
        /// <param name="phasing">How it is spread over the periods that have one of the days; see
        /// <see cref="Phasing.Spread(long, FiscalCalendar, DateRange)"/>.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="phasing"/> is null.</exception>
        /// <exception cref="KeyNotFoundException">There is no such center or element.</exception>
        /// <exception cref="ArgumentException">The calendar lacks one of the days, center or element is not valid on
        /// the last day of one of the periods, an amount is finer than the scale, or the phasing does not fit the
        /// periods or the amount. No line is added then.</exception>
        /// <exception cref="InvalidOperationException">The version is frozen.</exception>
        public Builder Add(
            CenterCode center, ElementCode element, DateRange days, decimal amount, decimal? quantity, Phasing phasing)
        {
            ArgumentNullException.ThrowIfNull(phasing);
            CubeSpace space = cube.Space;
            DecimalScale quantities = DecimalScale.Quantity;
            var amounts = phasing.Spread(space.Scale.ToCount(amount), space.Calendar, days);
            var counts = quantity is decimal all
                ? phasing.Spread(quantities.ToCount(all), space.Calendar, days)
                : [];
            BudgetLine[] added =
            [
                .. amounts.Select((share, place) => BudgetLine.ForPeriod(
                    center,
                    element,
                    share.Period,
                    space.Scale.ToDecimal(share.Share),
                    counts.IsEmpty ? null : quantities.ToDecimal(counts[place].Share))),
            ];
            foreach (BudgetLine line in added)
            {
                RequireValid(line, line.Period!.Value, nameof(days));
            }

            foreach (BudgetLine line in added)
            {
                Add(line);
            }

            return this;
        }

        /// <summary>The finished version; this builder takes nothing afterwards.</summary>
        /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
        /// <exception cref="InvalidOperationException">The version is frozen.</exception>
        public BudgetVersion Freeze() => new(name, revision, [.. lines], sharesOfLine, cube.Build());

        /// <summary>Adds a whole-year line with the shares that it was spread into.</summary>
        internal Builder Add(BudgetLine line, YearShares shares) =>
            Add(line, (amount, quantity, year) =>
                shares.AddUpTo(amount, quantity, year.Periods.Length)
                    ? shares
                    : throw new ArgumentException(
                        "The shares of a whole-year line do not add up to it.", nameof(shares)));

        private Builder Add(BudgetLine line, Func<long, long?, FiscalYear, YearShares> spread)
        {
            ArgumentNullException.ThrowIfNull(line);
            CubeSpace space = cube.Space;
            Center center = space.Centers[line.Center];
            int element = space.Elements.IndexOf(line.Element);
            long amount = space.Scale.ToCount(line.Amount);
            long? quantity = line.Quantity is decimal q ? DecimalScale.Quantity.ToCount(q) : null;
            FiscalCalendar calendar = space.Calendar;
            FiscalYear year = calendar.GetYear(line.Year);
            ImmutableArray<FiscalPeriod> periods = line.Period is FiscalPeriod period ? [period] : year.Periods;
            foreach (FiscalPeriod each in periods)
            {
                RequireValid(line, each, nameof(line));
            }

            YearShares? shares = line.Period is null ? spread(amount, quantity, year) : null;
            for (int i = 0; i < periods.Length; i++)
            {
                cube.AddCounts(
                    center.Index,
                    element,
                    calendar.OrdinalOf(periods[i]),
                    shares is null ? amount : shares.Amounts[i],
                    shares is null ? quantity : shares.Quantities?[i]);
            }

            if (shares is not null)
            {
                sharesOfLine.Add(lines.Count, shares);
            }

            lines.Add(line);
            return this;
        }

        private void RequireValid(BudgetLine line, FiscalPeriod period, string parameter)
        {
            CubeSpace space = cube.Space;
            int center = space.Centers[line.Center].Index;
            int element = space.Elements.IndexOf(line.Element);
            if (!rules.IsValid(center, element, space.Calendar.OrdinalOf(period), periodCount: 1))
            {
                throw new ArgumentException(
                    $"Center '{line.Center}' or element '{line.Element}' is not valid on the last day of {period}; "
                        + "budget them where they are valid.",
                    parameter);
            }
        }
    }
}
