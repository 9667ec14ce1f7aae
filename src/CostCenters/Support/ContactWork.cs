using CostCenters.Monetary;

namespace CostCenters.Support;

/// <summary>The contacts of a channel or cause, and the time that one of them takes.</summary>
public sealed record ContactWork
{
    /// <summary>Creates the work of a channel or cause.</summary>
    /// <param name="name">The channel or cause.</param>
    /// <param name="contacts">The contacts.</param>
    /// <param name="minutesEach">The minutes that one of them takes.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or out of its range.</exception>
    public ContactWork(string name, decimal contacts, decimal minutesEach)
        : this(name, InputRange.NotNegative(contacts), InputRange.NotNegative(minutesEach))
    {
    }

    /// <summary>Creates the work of a channel or cause from computed figures, such as minutes / contacts.</summary>
    /// <param name="name">The channel or cause.</param>
    /// <param name="contacts">The contacts.</param>
    /// <param name="minutesEach">The minutes that one of them takes.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ContactWork(string name, Fraction contacts, Fraction minutesEach)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Contacts = InputRange.NotNegative(contacts);
        MinutesEach = InputRange.NotNegative(minutesEach);
    }

    /// <summary>The channel or cause.</summary>
    public string Name { get; }

    /// <summary>The contacts.</summary>
    public Fraction Contacts { get; }

    /// <summary>The minutes that one of them takes.</summary>
    public Fraction MinutesEach { get; }

    /// <summary>Contacts x minutes each.</summary>
    public Fraction Minutes => Contacts * MinutesEach;
}
