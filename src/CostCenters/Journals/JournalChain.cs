using CostCenters.Cubes;

namespace CostCenters.Journals;

/// <summary>The hashes of a journal, and the stream that it is appended to, if there is one.</summary>
/// <remarks>Without a stream a hash is computed when somebody asks for it. Safe for use by several threads.</remarks>
internal sealed class JournalChain(string name, CubeSpace start)
{
    private readonly Lock gate = new();
    private readonly List<JournalHash> hashes = [];
    private JournalWriter writer = new(null, default);
    private Stream? stream;
    private bool isBroken;
    private bool isClosed;

    /// <summary>The hash of a position of the journal.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public JournalHash HashAt(JournalState state, JournalPosition position, CancellationToken cancellation)
    {
        lock (gate)
        {
            CatchUp(state, cancellation);
            return hashes[(int)position.Number];
        }
    }

    /// <summary>Writes all entries to a stream, and each further one from now on.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public void AppendTo(Stream target, JournalState state, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (stream is not null)
            {
                throw new InvalidOperationException("The journal is appended to a stream already.");
            }

            hashes.Clear();
            writer = new JournalWriter(target, default);
            try
            {
                CatchUp(state, cancellation);
                stream = target;
            }
            finally
            {
                if (stream is null)
                {
                    hashes.Clear();
                    writer = new JournalWriter(null, default);
                }
            }
        }
    }

    /// <summary>Goes on with a stream that holds the journal up to its end.</summary>
    public void Continue(Stream target)
    {
        lock (gate)
        {
            writer = new JournalWriter(target, hashes[^1]);
            stream = target;
        }
    }

    /// <summary>Writes an entry before it is published; where that fails, the stream is as before.</summary>
    public void Append(JournalEntry entry)
    {
        // Inside a command nobody else gives the journal a stream, or takes it.
        if (stream is null)
        {
            return;
        }

        lock (gate)
        {
            long? length = stream.CanSeek ? stream.Position : null;
            isBroken = true;
            try
            {
                writer.Append(entry);
                isBroken = false;
            }
            finally
            {
                if (isBroken && length is long end)
                {
                    stream.SetLength(end);
                    stream.Position = end;
                    writer = new JournalWriter(stream, hashes[^1]);
                    isBroken = false;
                }
            }

            hashes.Add(writer.Head);
        }
    }

    /// <summary>Takes an entry that was read, if it is written in the one form that it has.</summary>
    /// <param name="entry">The entry, or null for what the journal starts from.</param>
    /// <param name="reader">The reader that has read it, and no more.</param>
    public bool TryRestore(JournalEntry? entry, JournalReader reader)
    {
        lock (gate)
        {
            if (entry is null)
            {
                Write(null);
                return hashes[^1] == reader.Head;
            }

            bool isAsWritten = writer.TryRestore(entry, reader.Hash, reader.Head);
            hashes.Add(reader.Head);
            return isAsWritten;
        }
    }

    /// <summary>What has been accepted is handed to the system, and by it to the disk if the stream is made
    /// so.</summary>
    public void Flush()
    {
        lock (gate)
        {
            stream?.Flush();
        }
    }

    /// <summary>Hands on what has been accepted, and lets the stream go; nothing is appended afterwards.</summary>
    public void Close()
    {
        lock (gate)
        {
            stream?.Flush();
            stream = null;
            isClosed = true;
        }
    }

    public void RequireWhole()
    {
        if (isClosed)
        {
            throw new InvalidOperationException("The journal was closed; open it again from its stream.");
        }

        if (isBroken)
        {
            throw new InvalidOperationException(
                "Writing the journal failed and could not be undone; open it again from its stream.");
        }
    }

    private void CatchUp(JournalState state, CancellationToken cancellation)
    {
        if (hashes.Count == 0)
        {
            Write(null);
        }

        for (int next = hashes.Count - 1; next < state.Count; next++)
        {
            cancellation.ThrowIfCancellationRequested();
            Write(state.Entries[next]);
        }
    }

    private void Write(JournalEntry? entry)
    {
        if (entry is null)
        {
            writer.WriteStart(name, start);
        }
        else
        {
            writer.Append(entry);
        }

        hashes.Add(writer.Head);
    }
}
