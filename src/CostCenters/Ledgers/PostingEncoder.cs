using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Ledgers;

/// <summary>Turns a posting into the numbers of the columns, and tells everything that is wrong with it.</summary>
internal static class PostingEncoder
{
    private const decimal MaxAmount = 1_000_000_000_000_000m;
    private const decimal MaxQuantity = 1_000_000_000_000m;

    public static Encoded Encode(
        CubeSpace space, CenterPeriodSet closed, Posting posting, int line, List<CommandFault> faults)
    {
        int before = faults.Count;
        bool hasPeriod = HasPeriod(space.Calendar, posting, line, faults);
        int center = CenterOf(space, hasPeriod ? closed : CenterPeriodSet.Empty, posting, line, faults);
        if (!space.Elements.TryIndexOf(posting.Element, out int element))
        {
            Tell(CommandFaultKind.UnknownElement, $"there is no element '{posting.Element}'");
        }

        long amount = Count(posting.Amount, MaxAmount, space.Scale, "amount");
        long quantity = posting.Quantity is decimal q ? Count(q, MaxQuantity, DecimalScale.Quantity, "quantity") : 0;
        return faults.Count > before
            ? default
            : new Encoded(
                PostingKey.Create(
                    center,
                    element,
                    FiscalCalendar.DayNumber(posting.Date),
                    posting.AdjustmentPeriod ?? 0,
                    posting.Quantity is not null),
                amount,
                quantity);

        long Count(decimal value, decimal most, Monetary.DecimalScale scale, string what)
        {
            if (decimal.Abs(value) > most)
            {
                Tell(CommandFaultKind.OutOfRange, $"the {what} {value} is beyond {most}");
                return 0;
            }

            // The one count whose opposite does not fit could never be reversed.
            if (!scale.TryToCount(value, out long count) || count == long.MinValue)
            {
                Tell(
                    decimal.Round(value, scale.Digits, MidpointRounding.ToZero) == value
                        ? CommandFaultKind.OutOfRange
                        : CommandFaultKind.TooManyDigits,
                    $"the {what} {value} does not fit 64 bits at {scale} decimals; round it, by a named rule");
            }

            return count;
        }

        void Tell(CommandFaultKind kind, FormattableString message) =>
            faults.Add(new CommandFault(kind, line, Invariant($"Posting {line}: {Invariant(message)}.")));
    }

    private static bool HasPeriod(FiscalCalendar calendar, Posting posting, int line, List<CommandFault> faults)
    {
        if (posting.Date < FiscalCalendar.FirstDate || posting.Date > FiscalCalendar.LastDate)
        {
            faults.Add(new CommandFault(
                CommandFaultKind.DateOutOfRange,
                line,
                Invariant($"Posting {line}: the date {posting.Date:uuuu-MM-dd} is outside 1900-01-01 to 2149-12-31.")));
            return false;
        }

        if (posting.AdjustmentPeriod is not int adjustment
            || (adjustment <= calendar.AdjustmentPeriodCount && adjustment <= PostingKey.MaxAdjustmentPeriod))
        {
            return true;
        }

        faults.Add(new CommandFault(
            CommandFaultKind.DateOutOfRange,
            line,
            Invariant($"Posting {line}: the calendar has no adjustment period {adjustment}.")));
        return false;
    }

    private static FiscalPeriod PeriodOf(FiscalCalendar calendar, Posting posting)
    {
        FiscalPeriod byDate = calendar.PeriodOf(posting.Date);
        return posting.AdjustmentPeriod is int adjustment
            ? new FiscalPeriod(byDate.Year, calendar.PeriodCount + adjustment)
            : byDate;
    }

    private static int CenterOf(
        CubeSpace space,
        CenterPeriodSet closed,
        Posting posting,
        int line,
        List<CommandFault> faults)
    {
        if (!space.Centers.TryGet(posting.Center, out Center? center))
        {
            Tell(CommandFaultKind.UnknownCenter, $"there is no center '{posting.Center}'");
            return 0;
        }

        CenterValidity? validity = center.At(posting.Date);
        if (validity is null)
        {
            Tell(CommandFaultKind.CenterNotValid, $"center '{center}' is not valid on {posting.Date:uuuu-MM-dd}");
        }
        else if (validity.Status == CenterStatus.Blocked)
        {
            Tell(CommandFaultKind.CenterBlocked, $"center '{center}' is blocked on {posting.Date:uuuu-MM-dd}");
        }

        if (closed.Count > 0 && closed.Contains(center.Code, PeriodOf(space.Calendar, posting)))
        {
            FiscalPeriod period = PeriodOf(space.Calendar, posting);
            Tell(CommandFaultKind.PeriodClosed, $"period {period} is closed for center '{center}'");
        }

        return center.Index;

        void Tell(CommandFaultKind kind, FormattableString message) =>
            faults.Add(new CommandFault(kind, line, Invariant($"Posting {line}: {Invariant(message)}.")));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    internal readonly record struct Encoded(PostingKey Key, long Amount, long Quantity);
}
