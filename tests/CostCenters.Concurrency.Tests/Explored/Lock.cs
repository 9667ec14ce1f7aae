using Microsoft.Coyote.Runtime;

// The compiler takes a lock of this name for every lock of the core, and for its lock statements, too.
namespace System.Threading;

/// <summary>A lock whose waiting the exploration sees: it may let another operation go on wherever one enters or
/// leaves.</summary>
public sealed class Lock
{
    private int owner;

    /// <summary>Whether locks keep nobody out, so that the exploration has something to find.</summary>
    public static bool AreBroken { get; set; }

    public bool IsHeldByCurrentThread => !AreBroken && owner == Environment.CurrentManagedThreadId;

    public Scope EnterScope()
    {
        SchedulingPoint.Interleave();
        Operation.PauseUntil(() => owner == 0 || AreBroken);
        owner = Environment.CurrentManagedThreadId;
        return new Scope(this);
    }

    private void Exit()
    {
        owner = 0;
        SchedulingPoint.Interleave();
    }

    public readonly ref struct Scope(Lock entered)
    {
        public void Dispose() => entered.Exit();
    }
}
