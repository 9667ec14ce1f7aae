using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Tool.Tests.Unit;

/// <summary>A terminal at which somebody presses the given keys.</summary>
internal sealed class TypingConsole : IAnsiConsole, IAnsiConsoleInput, IDisposable
{
    private readonly StringWriter shown = new();
    private readonly IAnsiConsole inner;
    private readonly Queue<ConsoleKeyInfo> keys;

    public TypingConsole(params IEnumerable<ConsoleKeyInfo> keys)
    {
        this.keys = new Queue<ConsoleKeyInfo>(keys);
        inner = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(shown),
        });
    }

    public void Dispose() => shown.Dispose();

    public static ConsoleKeyInfo Down => new('\0', ConsoleKey.DownArrow, false, false, false);

    public static ConsoleKeyInfo Enter => new('\r', ConsoleKey.Enter, false, false, false);

    /// <summary>What stood on the screen.</summary>
    public string Shown => shown.ToString();

    public Profile Profile => inner.Profile;

    public IAnsiConsoleCursor Cursor => inner.Cursor;

    public IAnsiConsoleInput Input => this;

    public IExclusivityMode ExclusivityMode => inner.ExclusivityMode;

    public RenderPipeline Pipeline => inner.Pipeline;

    /// <summary>The keys of a text, with Enter behind it.</summary>
    public static IEnumerable<ConsoleKeyInfo> Typed(string text) =>
        text.Select(letter => new ConsoleKeyInfo(letter, ConsoleKey.NoName, false, false, false)).Append(Enter);

    public void Clear(bool home) => inner.Clear(home);

    public void Write(IRenderable renderable) => inner.Write(renderable);

    public void WriteAnsi(Action<AnsiWriter> action) => inner.WriteAnsi(action);

    public bool IsKeyAvailable() => keys.Count > 0;

    public ConsoleKeyInfo? ReadKey(bool intercept) => keys.Dequeue();

    public Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken) =>
        Task.FromResult(ReadKey(intercept));
}
