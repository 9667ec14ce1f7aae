using CostCenters.Books;
using CostCenters.Journals;
using Microsoft.Extensions.DependencyInjection;

namespace CostCenters.DependencyInjection;

/// <summary>Adds books by name to a service collection.</summary>
/// <remarks>
/// Each book is there under its name as key: <see cref="NamedBook"/> as a singleton, and <see cref="Book"/> as what
/// that singleton has at the moment. Nothing is opened before it is asked for.
/// </remarks>
public sealed class CostCentersBuilder
{
    internal CostCentersBuilder(IServiceCollection services) => Services = services;

    /// <summary>The collection.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a book of a folder or of a journal file.</summary>
    /// <param name="name">The key of its services.</param>
    /// <param name="settings">Where it is; checked at once.</param>
    /// <param name="stamp">Who reads the files of a folder into the book, and when; not asked for a journal.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or has a book, or there is nothing at the
    /// path of the settings.</exception>
    public CostCentersBuilder AddBook(
        string name, BookSettings settings, Func<IServiceProvider, CommandStamp> stamp)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(stamp);
        settings.RequirePath();
        return Add(name, provider => new BookOpening(settings, () => stamp(provider)).Open);
    }

    /// <summary>Adds a book that a function opens, such as one over a database.</summary>
    /// <param name="name">The key of its services.</param>
    /// <param name="open">Opens the book; called when it is first asked for, and for each reload.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="open"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or has a book.</exception>
    public CostCentersBuilder AddBook(string name, Func<IServiceProvider, Book> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return Add(name, provider => () => new OpenedBook(
            open(provider) ?? throw new InvalidOperationException($"The function of '{name}' gave no book."),
            [],
            null));
    }

    private CostCentersBuilder Add(string name, Func<IServiceProvider, Func<OpenedBook>> opening)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (Services.Any(service =>
            service.IsKeyedService && service.ServiceType == typeof(NamedBook) && name.Equals(service.ServiceKey)))
        {
            throw new ArgumentException($"There is a book '{name}' already; give this one another name.", nameof(name));
        }

        Services.AddKeyedSingleton(name, (provider, _) => new NamedBook(name, opening(provider)));
        Services.AddKeyedTransient(
            name, (provider, _) => provider.GetRequiredKeyedService<NamedBook>(name).Current);
        return this;
    }
}
