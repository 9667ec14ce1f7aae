using Microsoft.Coyote.Runtime;

namespace System.Threading;

/// <summary>What others see at once: the exploration may let them look as soon as it is written. It runs one operation
/// at a time, so that no processor reorders anything.</summary>
internal static class Volatile
{
    public static T Read<T>(ref readonly T place)
        where T : class? => place;

    public static void Write<T>(ref T place, T value)
        where T : class?
    {
        place = value;
        SchedulingPoint.Interleave();
    }
}
