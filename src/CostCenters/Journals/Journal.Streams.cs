using System.Text.Json;

namespace CostCenters.Journals;

public sealed partial class Journal
{
    /// <summary>Writes the journal to a stream, and from now on each command before it is accepted.</summary>
    /// <remarks>
    /// A command whose entry cannot be written is not accepted: the exception of the stream reaches its caller, and the
    /// stream is cut back to the entry before. Written entries reach the system when the stream hands them on, at the
    /// latest by <see cref="Flush"/>; a file opened with <c>FileOptions.WriteThrough</c> takes them to the disk then.
    /// </remarks>
    /// <param name="stream">An empty stream of its own, to be closed by the caller after the last command.</param>
    /// <param name="cancellation">Ends the writing after some whole entries; the journal is not appended to the stream
    /// then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is not empty.</exception>
    /// <exception cref="InvalidOperationException">The journal is appended to a stream already.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public void AppendTo(Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.CanSeek && stream.Length > 0)
        {
            throw new ArgumentException("The stream holds something; open the journal that it holds.", nameof(stream));
        }

        using (Enter())
        {
            chain.AppendTo(stream, state, cancellation);
        }
    }

    /// <summary>Hands everything that was accepted on to the system; see <see cref="AppendTo"/>.</summary>
    public void Flush() => chain.Flush();

    /// <summary>Ends the journal in order: a command that is being given is ended first, all that was accepted is
    /// handed on to the system, and the stream is let go, so that the caller can close it.</summary>
    /// <remarks>Snapshots can be taken and read as before. Every later command throws
    /// <see cref="InvalidOperationException"/>. To close a journal that is closed changes nothing.</remarks>
    public void Close()
    {
        lock (writing)
        {
            chain.Close();
        }
    }

    /// <summary>Reads a journal without any use of its contents, and tells whether it is as it was written.</summary>
    /// <param name="stream">The journal.</param>
    /// <param name="head">The hash of the last entry that the journal is known to have had, or null where nobody kept
    /// one; then entries cut off at the end cannot be missed.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>What was found, with the first entry that is not as written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static JournalVerification Verify(
        Stream stream, JournalHash? head = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        using var reader = new JournalReader(stream, cancellation);
        bool wasThere = head is null;
        try
        {
            reader.ReadStart();
            do
            {
                while (reader.TryReadLine(out ReadOnlyMemory<byte> _))
                {
                }

                wasThere |= reader.Head == head;
            }
            while (reader.TryBeginEntry(out _));
        }
        catch (JournalException error)
        {
            return new JournalVerification(reader.Position, reader.Head, reader.Position + 1, error.Message);
        }

        return new JournalVerification(
            reader.Position,
            reader.Head,
            wasThere ? null : reader.Position + 1,
            wasThere ? null : "The journal has no entry with the hash that was kept; it was cut off or written anew.");
    }

    /// <summary>Gives all commands of a written journal again.</summary>
    /// <exception cref="JournalException">The journal is not as written, a command is refused, or the journal ends
    /// inside an entry; the entries before that one are restored.</exception>
    internal void Restore(JournalReader reader)
    {
        RequireRestored(null, reader);
        while (reader.TryReadEntry(out JsonElement entry))
        {
            CommandResult result;
            try
            {
                result = Restore(entry, reader);
            }
            catch (Exception error) when (IsFaultOfContents(error))
            {
                throw reader.Fault(error.Message, error);
            }

            if (result.Outcome != CommandOutcome.Accepted)
            {
                throw reader.Fault($"entry {Next} is refused: "
                    + string.Join(" ", result.Faults.Select(fault => fault.Message)));
            }

            RequireRestored(state.Entries[state.Count - 1], reader);
        }
    }

    /// <summary>Goes on appending to the stream that the journal was read from, which stands at its end.</summary>
    internal void Continue(Stream stream) => chain.Continue(stream);

    /// <summary>Whether an exception comes from what a journal says.</summary>
    internal static bool IsFaultOfContents(Exception error) =>
        error is not JournalException
        && error is JsonException or FormatException or ArgumentException or InvalidOperationException
            or KeyNotFoundException or OverflowException;

    private CommandResult Restore(JsonElement entry, JournalReader reader)
    {
        CommandStamp stamp = reader.Stamp(entry);
        JsonProperty kind = reader.Kind(entry);
        if (kind.NameEquals("extend"u8))
        {
            Cubes.CubeSpace space = StructureLines.ReadExtension(reader, Space);
            using (Enter())
            {
                return ExtendLocked(space, stamp);
            }
        }

        foreach (IJournalProjection projection in projections)
        {
            if (projection.Owns(kind))
            {
                return projection.Restore(entry, reader, stamp);
            }
        }

        throw reader.Fault("the entry is of no kind that is known here.");
    }

    /// <summary>A line that says the same in another way, or a field that nobody reads, is no line of a
    /// journal.</summary>
    private void RequireRestored(JournalEntry? entry, JournalReader reader)
    {
        if (!chain.TryRestore(entry, reader))
        {
            throw reader.Fault($"entry {reader.Position} is not in the form in which it is written.");
        }
    }
}
