using System.Text;
using CostCenters.Monetary;

namespace CostCenters.Support.Contacts;

public sealed partial class ContactFigures
{
    /// <summary>Counts events into <see cref="ContactFigures"/>.</summary>
    /// <remarks>Holds a few dozen bytes for each event, and no object. Not safe for use by several threads, but each
    /// can have one of its own: <see cref="Append"/> puts them together.</remarks>
    public sealed class Builder
    {
        // Strict, so that two tickets never become one.
        private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

        private readonly ContactRows rows = new();
        private readonly Dictionary<CellKey, int> cellNumbers = [];
        private readonly List<CellKey> cells = [];
        private readonly Dictionary<CauseCode, int> causeNumbers = [];
        private readonly List<CauseCode> causes = [];
        private byte[] ticketText = [];
        private bool isSpent;

        /// <summary>Starts without events.</summary>
        /// <param name="scheme">What contacts are counted by.</param>
        /// <exception cref="ArgumentNullException"><paramref name="scheme"/> is null.</exception>
        public Builder(ContactScheme scheme)
        {
            ArgumentNullException.ThrowIfNull(scheme);
            Scheme = scheme;
        }

        /// <summary>What contacts are counted by.</summary>
        public ContactScheme Scheme { get; }

        /// <summary>Counts an event.</summary>
        /// <param name="contact">The event.</param>
        /// <exception cref="ArgumentNullException"><paramref name="contact"/> is null.</exception>
        /// <exception cref="KeyNotFoundException">There is no such center.</exception>
        /// <exception cref="ArgumentException">There is no such channel, or the ticket is no text: it has half of a
        /// surrogate pair.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A time is out of the bounds of the working hours, or the score
        /// is outside its scale or has more than six decimals.</exception>
        /// <exception cref="InvalidOperationException">The figures were built, or appended to others.</exception>
        public void Add(ContactEvent contact)
        {
            ArgumentNullException.ThrowIfNull(contact);
            int channel = Scheme.Channels.IndexOf(contact.Channel);
            if (channel < 0)
            {
                throw new ArgumentException($"There is no channel '{contact.Channel}'.", nameof(contact));
            }

            int longest = Utf8.GetMaxByteCount(contact.Ticket.Length);
            ticketText = ticketText.Length < longest ? new byte[longest] : ticketText;
            AddCounts(
                ticketText.AsSpan(0, Utf8.GetBytes(contact.Ticket, ticketText)),
                Scheme.Centers.IndexOf(contact.Center),
                channel,
                contact.Cause is CauseCode cause ? NumberOf(cause) : null,
                WorkingHours.MicrosecondsOf(contact.Opened),
                contact.FirstAnswered is { } answered ? WorkingHours.MicrosecondsOf(answered) : null,
                contact.Resolved is { } resolved ? WorkingHours.MicrosecondsOf(resolved) : null,
                contact.Contacts,
                contact.Score is decimal score ? DecimalScale.Quantity.ToCount(score) : null);
        }

        /// <summary>The number of a cause, which is given when it is first asked for.</summary>
        /// <param name="cause">The cause.</param>
        public int NumberOf(CauseCode cause)
        {
            _ = cause.Value;
            if (!causeNumbers.TryGetValue(cause, out int number))
            {
                number = causes.Count;
                causeNumbers.Add(cause, number);
                causes.Add(cause);
            }

            return number;
        }

        /// <summary>Counts an event by numbers: the way for importers and query results.</summary>
        /// <param name="ticket">What the contacts about one matter share, in UTF-8; not empty.</param>
        /// <param name="center">The number of the center in its hierarchy.</param>
        /// <param name="channel">The number of the channel in the scheme.</param>
        /// <param name="cause">What <see cref="NumberOf"/> gave, or null.</param>
        /// <param name="opened">Microseconds since 1970-01-01T00:00Z.</param>
        /// <param name="firstAnswered">The same, not before the opening; or null.</param>
        /// <param name="resolved">The same, not before the opening; or null.</param>
        /// <param name="contacts">How many contacts the event stands for, at least 1.</param>
        /// <param name="score">Counts at <see cref="DecimalScale.Quantity"/>, or null.</param>
        /// <exception cref="ArgumentException">The ticket is empty.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A number is not of this scheme, a time is before the opening
        /// or out of the bounds of the working hours, or the score is outside its scale.</exception>
        /// <exception cref="InvalidOperationException">The figures were built, or appended to others.</exception>
        public void AddCounts(
            ReadOnlySpan<byte> ticket,
            int center,
            int channel,
            int? cause,
            long opened,
            long? firstAnswered,
            long? resolved,
            int contacts,
            long? score)
        {
            RequireOpen();
            RequireNumbers(ticket, center, channel, cause, contacts, score);
            ArgumentOutOfRangeException.ThrowIfLessThan(firstAnswered ?? opened, opened, nameof(firstAnswered));
            ArgumentOutOfRangeException.ThrowIfLessThan(resolved ?? opened, opened, nameof(resolved));
            _ = Scheme.Hours.DayOf(Math.Max(firstAnswered ?? opened, resolved ?? opened));
            int period = Scheme.Calendar.OrdinalOfDay(Scheme.Hours.DayOf(opened));
            rows.Add(
                new ContactRow
                {
                    Opened = opened,
                    Response = firstAnswered ?? ContactRow.None,
                    Resolution = resolved ?? ContactRow.None,
                    Score = score ?? ContactRow.None,
                    Cell = CellOf(new CellKey(period, center, channel, cause ?? -1)),
                    Contacts = contacts,
                },
                ticket);
        }

        /// <summary>Takes over the events of another builder, such as one of another thread or file.</summary>
        /// <remarks>A ticket with events in both counts once.</remarks>
        /// <param name="part">The other builder, which must not be used afterwards.</param>
        /// <exception cref="ArgumentNullException"><paramref name="part"/> is null.</exception>
        /// <exception cref="ArgumentException"><paramref name="part"/> has another scheme, or is this builder.
        /// </exception>
        /// <exception cref="InvalidOperationException">The figures of one of both were built, or appended to others.
        /// </exception>
        public void Append(Builder part)
        {
            ArgumentNullException.ThrowIfNull(part);
            if (part == this || part.Scheme != Scheme)
            {
                throw new ArgumentException("Another builder of the same scheme was expected.", nameof(part));
            }

            RequireOpen();
            part.RequireOpen();
            part.isSpent = true;
            int[] cellOf = [.. part.cells.Select((key, number) =>
                CellOf(key with { Cause = part.CauseOf(number) is CauseCode cause ? NumberOf(cause) : -1 }))];
            rows.Append(part.rows, cellOf);
        }

        /// <summary>The finished figures; this builder must not be used afterwards.</summary>
        /// <param name="threads">The most threads at work, 1 or more; null for as many as the machine gives. The
        /// figures are the same for any number.</param>
        /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
        /// <exception cref="InvalidOperationException">The figures were built, their building was cancelled, or they
        /// were appended to others.</exception>
        /// <exception cref="OperationCanceledException">The token asked for it.</exception>
        public ContactFigures Build(int? threads = null, CancellationToken cancellation = default)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
            RequireOpen();
            cancellation.ThrowIfCancellationRequested();
            isSpent = true;
            int[] order = [.. Enumerable.Range(0, cells.Count)
                .OrderBy(number => cells[number].Period)
                .ThenBy(number => cells[number].Center)
                .ThenBy(number => cells[number].Channel)
                .ThenBy(number => CauseOf(number)?.Value ?? "", StringComparer.Ordinal)];
            int[] ranks = new int[order.Length];
            foreach ((int rank, int number) in order.Index())
            {
                ranks[number] = rank;
            }

            var accumulation = new ContactAccumulation(
                [.. cells.Select(cell => cell.Period)], ranks, Scheme.Hours, threads, cancellation);
            ContactTotals[] totals = accumulation.Accumulate(rows);
            return new ContactFigures(Scheme, [.. order.Select(number => new ContactCell(
                Scheme.Calendar.PeriodAt(cells[number].Period),
                Scheme.Centers.Centers[cells[number].Center].Code,
                Scheme.Channels[cells[number].Channel],
                CauseOf(number),
                totals[number]))]);
        }

        private void RequireOpen()
        {
            if (isSpent)
            {
                throw new InvalidOperationException(
                    "The figures were built, or appended to others. Count further events with a new builder.");
            }
        }

        private CauseCode? CauseOf(int cell) => cells[cell].Cause < 0 ? null : causes[cells[cell].Cause];

        private int CellOf(CellKey key)
        {
            if (!cellNumbers.TryGetValue(key, out int number))
            {
                number = cells.Count;
                cellNumbers.Add(key, number);
                cells.Add(key);
            }

            return number;
        }

        private void RequireNumbers(
            ReadOnlySpan<byte> ticket, int center, int channel, int? cause, int contacts, long? score)
        {
            if (ticket.IsEmpty)
            {
                throw new ArgumentException("A ticket was expected.", nameof(ticket));
            }

            ArgumentOutOfRangeException.ThrowIfNegative(center);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(center, Scheme.Centers.Centers.Length);
            ArgumentOutOfRangeException.ThrowIfNegative(channel);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, Scheme.Channels.Length);
            ArgumentOutOfRangeException.ThrowIfNegative(cause ?? 0, nameof(cause));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cause ?? -1, causes.Count, nameof(cause));
            ArgumentOutOfRangeException.ThrowIfLessThan(contacts, 1);
            if (score is long count && !Scheme.Scores.Contains(DecimalScale.Quantity.ToDecimal(count)))
            {
                throw new ArgumentOutOfRangeException(nameof(score), score, "A score of the scale was expected.");
            }
        }

        private readonly record struct CellKey(int Period, int Center, int Channel, int Cause);
    }
}
