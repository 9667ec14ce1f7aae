using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CostCenters.Journals;

/// <summary>A place in a journal: the number that it gave to a command, 1 for the first.</summary>
/// <remarks>The same position gives the same figures for ever. <c>default(JournalPosition)</c> is the empty journal.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<JournalPosition>))]
[TypeConverter(typeof(TextTypeConverter<JournalPosition>))]
public readonly record struct JournalPosition : IComparable<JournalPosition>, ITextValue<JournalPosition>
{
    /// <summary>Creates a position.</summary>
    /// <param name="number">0 for the empty journal, else the number of the command.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is negative.</exception>
    public JournalPosition(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        Number = number;
    }

    static string ITextValue<JournalPosition>.Expected => "a position in a journal; write 0 or more in digits";

    /// <summary>How many commands had been accepted.</summary>
    public long Number { get; }

    /// <summary>Whether one position is before another.</summary>
    public static bool operator <(JournalPosition left, JournalPosition right) => left.Number < right.Number;

    /// <summary>Whether one position is after another.</summary>
    public static bool operator >(JournalPosition left, JournalPosition right) => left.Number > right.Number;

    /// <summary>Whether one position is before another or the same.</summary>
    public static bool operator <=(JournalPosition left, JournalPosition right) => left.Number <= right.Number;

    /// <summary>Whether one position is after another or the same.</summary>
    public static bool operator >=(JournalPosition left, JournalPosition right) => left.Number >= right.Number;

    /// <inheritdoc/>
    public int CompareTo(JournalPosition other) => Number.CompareTo(other.Number);

    /// <summary>The number.</summary>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);

    static bool ITextValue<JournalPosition>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, out JournalPosition value)
    {
        bool isRead = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number);
        value = new JournalPosition(number);
        return isRead;
    }

    string ITextValue<JournalPosition>.ExactText() => ToString();
}
