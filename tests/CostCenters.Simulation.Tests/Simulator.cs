using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Simulation.Tests;

/// <summary>
/// Days of a small company, drawn from a seed: each step is given to the library and to the model, and all that the
/// library says afterwards is held against the model.
/// </summary>
/// <remarks>The same seed gives the same days, except for the order in which threads get to write.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A stream in memory holds nothing to be given back.")]
internal sealed partial class Simulator
{
    private readonly Random random;
    private readonly int seed;
    private readonly Subject subject;
    private readonly Model model;
    private readonly int firstMonth;
    private readonly int adjustmentPeriods;
    private readonly FiscalCalendar calendar;
    private readonly (int Weight, Action Step)[] steps;
    private LocalDate today;
    private int named;
    private string step = "start";

    private Simulator(int seed, Subject subject)
    {
        this.seed = seed;
        this.subject = subject;
        random = new Random(seed);
        firstMonth = Pick([1, 4, 10]);
        adjustmentPeriods = random.Next(3);
        calendar = FiscalCalendar.Months(firstMonth, YearNaming.End).WithAdjustmentPeriods(adjustmentPeriods);
        model = new Model(firstMonth, adjustmentPeriods);
        today = new LocalDate(2025, 1 + random.Next(12), 1);
        steps =
        [
            (4, Grow), (12, Post), (3, PostAgain), (6, Reverse), (5, CloseOrReopen), (8, Import), (3, ImportAgain),
            (3, StopAnImport), (5, AddBudget), (7, RecordKeyFigures), (3, WithdrawKeyFigures), (5, FillTheDisk),
            (2, CutAndOpen), (3, FlipABit), (4, CancelAReport), (2, WorkInThreads), (5, Report), (3, StandAReport),
            (6, ReadUnitCosts), (3, ReadKeyFigureFile),
        ];
    }

    /// <summary>Lives some days.</summary>
    /// <param name="seed">What all choices are drawn from.</param>
    /// <param name="days">How many days.</param>
    /// <param name="subject">The library, or something broken.</param>
    /// <exception cref="SimulationException">Library and model differ.</exception>
    public static void Run(int seed, int days, Subject subject)
    {
        var simulator = new Simulator(seed, subject);
        string where = "start";
        try
        {
            simulator.Start();
            for (int day = 1; day <= days; day++)
            {
                simulator.today = simulator.today.PlusDays(simulator.random.Next(1, 25));
                for (int number = simulator.random.Next(2, 8); number > 0; number--)
                {
                    where = FormattableString.Invariant($"day {day}, {number} steps before its end");
                    simulator.Draw()();
                    simulator.Compare();
                }

                simulator.CompareEarlier(3);
            }

            where = "end";
            simulator.CompareEarlier(100);
        }
        catch (Exception error) when (error is not SimulationException)
        {
            throw new SimulationException(seed, $"{where}, {simulator.step}", error.Message, error);
        }
    }

    private CommandStamp Stamp => new("anna", today.AtMidnight().InUtc().ToInstant());

    private void Start()
    {
        var centers = new CenterHierarchy.Builder();
        var elements = new ElementChart.Builder();
        ModelState start = ModelState.Empty;
        foreach (string? parent in new[] { null, "A0", "A0" })
        {
            start = AddCenter(start, centers, parent, CenterValidity.Beginning, CenterValidity.End);
        }

        foreach (bool isCost in new[] { true, false, true })
        {
            start = AddElement(start, elements, isCost, parent: null, CenterValidity.Beginning);
        }

        model.Start(start);
        disk = new DiskStream();
        subject.Start(
            new CubeSpace(centers.Build(), elements.Build(), calendar, Currency.Eur, new DecimalScale(2)), disk);
        ends = [disk.Length];
        Compare();
    }

    private Action Draw()
    {
        int drawn = random.Next(steps.Sum(each => each.Weight));
        int place = 0;
        while (drawn >= steps[place].Weight)
        {
            drawn -= steps[place++].Weight;
        }

        step = steps[place].Step.Method.Name;
        return steps[place].Step;
    }

    /// <summary>Gives a command to both, and asks both what became of it.</summary>
    private void Give(Func<Answer> toLibrary, Func<Answer> toModel)
    {
        Answer actual = toLibrary();
        Answer expected = toModel();
        Same(expected, actual, "the answer to the command");
        NoteEnd(expected);
    }

    private void NoteEnd(Answer expected)
    {
        if (expected.Outcome == CommandOutcome.Accepted)
        {
            ends.Add(disk.Length);
        }
    }

    private void Same<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw Difference($"{what}: expected {expected}, was {actual}");
        }
    }

    private SimulationException Difference(string message) =>
        new(seed, FormattableString.Invariant($"{today:uuuu-MM-dd}, {step}, position {model.Position}"), message);

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private bool OneIn(int count) => random.Next(count) == 0;

    private string NewName(string prefix) => FormattableString.Invariant($"{prefix}{named++}");

    private string AnyCenter() => OneIn(40) ? "nobody" : KnownCenter();

    private string KnownCenter() => Pick([.. model.Now.Centers.Keys]);

    private string KnownElement() => Pick([.. model.Now.Elements.Keys]);

    private LocalDate AnyDay() => today.PlusDays(random.Next(-400, 40));

    private decimal AnyAmount() => random.Next(8) switch
    {
        0 => 0m,
        1 => 0.01m,
        2 => random.NextInt64(-100_000_000_000_000, 100_000_000_000_000) / 100m,
        _ => random.Next(-99_999, 99_999) / 100m,
    };

    private static ImmutableArray<CenterCode> Codes(IEnumerable<string> centers) =>
        [.. centers.Select(center => new CenterCode(center))];
}
