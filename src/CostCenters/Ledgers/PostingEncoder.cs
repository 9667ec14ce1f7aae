using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Ledgers;

/// <summary>Turns a posting into the numbers of the columns, and tells everything that is wrong with it.</summary>
internal static class PostingEncoder
{
    public static Encoded Encode(
        PostingRules rules, CenterPeriodSet closed, Posting posting, int line, List<CommandFault> faults)
    {
        int before = faults.Count;
        CubeSpace space = rules.Space;
        bool hasPeriod = HasPeriod(space.Calendar, posting, line, faults);
        int day = Math.Clamp(FiscalCalendar.DayNumber(posting.Date), -1, FiscalCalendar.DayCount);
        int center = 0;
        if (!space.Centers.TryGet(posting.Center, out Center? found))
        {
            Tell(faults, CommandFaultKind.UnknownCenter, line, $"there is no center '{posting.Center}'");
        }
        else
        {
            center = found.Index;
            CenterPeriodSet asked = hasPeriod ? closed : CenterPeriodSet.Empty;
            TellCenter(rules, asked, center, day, posting.AdjustmentPeriod ?? 0, posting.Date, line, faults);
        }

        if (!space.Elements.TryIndexOf(posting.Element, out int element))
        {
            Tell(faults, CommandFaultKind.UnknownElement, line, $"there is no element '{posting.Element}'");
        }
        else
        {
            TellElement(rules, element, day, posting.Date, line, faults);
        }

        long amount = Count(posting.Amount, PostingRules.MaxAmount, space.Scale, "amount", line, faults);
        long? quantity = posting.Quantity is decimal q
            ? Count(q, PostingRules.MaxQuantity, DecimalScale.Quantity, "quantity", line, faults)
            : null;
        return faults.Count > before
            ? default
            : Encoded.Of(center, element, day, posting.AdjustmentPeriod ?? 0, amount, quantity);
    }

    public static Encoded Encode(
        PostingRules rules, CenterPeriodSet closed, in CountedPosting posting, int line, List<CommandFault> faults)
    {
        int before = faults.Count;
        bool hasDay = posting.Day >= 0 && posting.Day < FiscalCalendar.DayCount;
        LocalDate date = hasDay ? FiscalCalendar.FirstDate.PlusDays(posting.Day) : default;
        if (!hasDay)
        {
            Tell(
                faults,
                CommandFaultKind.DateOutOfRange,
                line,
                $"day {posting.Day} is outside 1900-01-01 to 2149-12-31");
        }

        if (posting.Center < 0 || posting.Center >= rules.Space.Centers.Centers.Length)
        {
            Tell(faults, CommandFaultKind.UnknownCenter, line, $"there is no center {posting.Center}");
        }
        else if (hasDay)
        {
            TellCenter(rules, closed, posting.Center, posting.Day, adjustmentPeriod: 0, date, line, faults);
        }

        if (posting.Element < 0 || posting.Element >= rules.Space.ElementCount)
        {
            Tell(faults, CommandFaultKind.UnknownElement, line, $"there is no element {posting.Element}");
        }
        else if (hasDay)
        {
            TellElement(rules, posting.Element, posting.Day, date, line, faults);
        }

        TellRange(posting.Amount, PostingRules.MaxAmount, rules.Space.Scale, "amount", line, faults);
        TellRange(
            posting.Quantity ?? 0, PostingRules.MaxQuantity, DecimalScale.Quantity, "quantity", line, faults);
        TellText(posting.Reference, "reference", line, faults);
        TellText(posting.Text, "text", line, faults);
        return faults.Count > before
            ? default
            : Encoded.Of(
                posting.Center, posting.Element, posting.Day, adjustmentPeriod: 0, posting.Amount, posting.Quantity);
    }

    private static bool HasPeriod(FiscalCalendar calendar, Posting posting, int line, List<CommandFault> faults)
    {
        if (posting.Date < FiscalCalendar.FirstDate || posting.Date > FiscalCalendar.LastDate)
        {
            Tell(
                faults,
                CommandFaultKind.DateOutOfRange,
                line,
                $"the date {posting.Date:uuuu-MM-dd} is outside 1900-01-01 to 2149-12-31");
            return false;
        }

        if (posting.AdjustmentPeriod is int adjustment && adjustment > calendar.AdjustmentPeriodCount)
        {
            Tell(
                faults,
                CommandFaultKind.DateOutOfRange,
                line,
                $"the calendar has no adjustment period {adjustment}");
            return false;
        }

        return true;
    }

    private static void TellCenter(
        PostingRules rules,
        CenterPeriodSet closed,
        int center,
        int day,
        int adjustmentPeriod,
        LocalDate date,
        int line,
        List<CommandFault> faults)
    {
        if (rules.CenterFault(center, day) is CommandFaultKind kind)
        {
            string what = kind == CommandFaultKind.CenterBlocked ? "blocked" : "not valid";
            Tell(faults, kind, line, $"center '{CodeOf(rules, center)}' is {what} on {date:uuuu-MM-dd}");
        }

        if (rules.IsClosed(closed, center, day, adjustmentPeriod, out FiscalPeriod period))
        {
            Tell(
                faults,
                CommandFaultKind.PeriodClosed,
                line,
                $"period {period} is closed for center '{CodeOf(rules, center)}'");
        }
    }

    private static void TellElement(
        PostingRules rules, int element, int day, LocalDate date, int line, List<CommandFault> faults)
    {
        if (rules.ElementFault(element, day) is CommandFaultKind kind)
        {
            ElementCode code = rules.Space.Elements.Elements[element].Code;
            Tell(faults, kind, line, $"element '{code}' is not valid on {date:uuuu-MM-dd}");
        }
    }

    private static CenterCode CodeOf(PostingRules rules, int center) => rules.Space.Centers.Centers[center].Code;

    private static long Count(
        decimal value, long most, DecimalScale scale, string what, int line, List<CommandFault> faults)
    {
        if (decimal.Abs(value) > most)
        {
            Tell(faults, CommandFaultKind.OutOfRange, line, $"the {what} {value} is beyond {most}");
            return 0;
        }

        if (!scale.TryToCount(value, out long count) || !PostingRules.IsInRange(count, scale, most))
        {
            Tell(
                faults,
                decimal.Round(value, scale.Digits, MidpointRounding.ToZero) == value
                    ? CommandFaultKind.OutOfRange
                    : CommandFaultKind.TooManyDigits,
                line,
                $"the {what} {value} does not fit 64 bits at {scale} decimals; round it, by a named rule");
        }

        return count;
    }

    private static void TellRange(
        long count, long most, DecimalScale scale, string what, int line, List<CommandFault> faults)
    {
        if (!PostingRules.IsInRange(count, scale, most))
        {
            Tell(
                faults,
                CommandFaultKind.OutOfRange,
                line,
                $"the {what} {scale.ToDecimal(count)} is beyond {most} or what 64 bits hold of both signs");
        }
    }

    private static void TellText(string? text, string what, int line, List<CommandFault> faults)
    {
        if (text is not null && !WholeText.IsWhole(text))
        {
            Tell(faults, CommandFaultKind.BadText, line, $"the {what} has a NUL or half of a surrogate pair");
        }
    }

    private static void Tell(List<CommandFault> faults, CommandFaultKind kind, int line, FormattableString message) =>
        faults.Add(new CommandFault(
            kind, line, FormattableString.Invariant($"Posting {line}: {FormattableString.Invariant(message)}.")));

    internal readonly record struct Encoded(PostingKey Key, long Amount, long Quantity)
    {
        public static Encoded Of(
            int center, int element, int day, int adjustmentPeriod, long amount, long? quantity) =>
            new(
                PostingKey.Create(center, element, day, adjustmentPeriod, quantity is not null),
                amount,
                quantity ?? 0);
    }
}
