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
        private readonly Phasing phasing;
        private readonly string name;
        private readonly int number;

        /// <summary>Starts a version without lines.</summary>
        /// <param name="space">Centers, elements, calendar, currency and scale.</param>
        /// <param name="name">The name of the version.</param>
        /// <param name="number">Its number.</param>
        /// <param name="phasing">How whole-year lines are spread over the periods of their year.</param>
        /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        public Builder(CubeSpace space, string name, int number, Phasing phasing)
        {
            ArgumentNullException.ThrowIfNull(space);
            ArgumentException.ThrowIfNullOrEmpty(name);
            ArgumentNullException.ThrowIfNull(phasing);
            cube = new CubeBuilder(space);
            this.name = name;
            this.number = number;
            this.phasing = phasing;
        }

        /// <summary>Adds a line.</summary>
        /// <param name="line">The line.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
        /// <exception cref="KeyNotFoundException">There is no such center or element.</exception>
        /// <exception cref="ArgumentException">The calendar has no such year or period, the center is not valid on the
        /// last day of one of its periods, or an amount is finer than the scale.</exception>
        /// <exception cref="InvalidOperationException">The version is frozen.</exception>
        public Builder Add(BudgetLine line)
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
                if (center.At(calendar.DatesOf(each).Last) is null)
                {
                    throw new ArgumentException(
                        $"Center '{center}' is not valid on the last day of {each}; budget it where it is valid.",
                        nameof(line));
                }
            }

            ImmutableArray<long> amounts = line.Period is null ? phasing.Spread(amount, year) : [amount];
            ImmutableArray<long>? quantities = quantity is not long total
                ? null
                : line.Period is null ? phasing.Spread(total, year) : [total];
            for (int i = 0; i < periods.Length; i++)
            {
                cube.AddCounts(center.Index, element, calendar.OrdinalOf(periods[i]), amounts[i], quantities?[i]);
            }

            lines.Add(line);
            return this;
        }

        /// <summary>The finished version; this builder takes nothing afterwards.</summary>
        /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
        /// <exception cref="InvalidOperationException">The version is frozen.</exception>
        public BudgetVersion Freeze() => new(name, number, [.. lines], cube.Build());
    }
}
