namespace Support.Sdk.ServiceDesk;

/// <summary>How far a listener has come: where the next connection resumes, and which message was there before.</summary>
internal sealed class LiveCursor(long? after)
{
    /// <summary>The position up to which everything was handed on; <see langword="null"/> before the first <c>ready</c> of a listener from now on.</summary>
    public long? Position { get; private set; } = after;

    /// <summary>Moves on with a message.</summary>
    /// <returns>Whether the listener gets it: not when it came before, on this connection or an earlier one.</returns>
    public bool Take(ServiceDeskChange message)
    {
        switch (message.Type)
        {
            case ServiceDeskChangeType.Ready:
                // Where a listener resumes, changes older than this position may be on their way still: then it says nothing of how far he has come.
                Position ??= message.Position;
                return true;
            case ServiceDeskChangeType.Reset:
                // Also backwards, where the server's store was restored from a backup.
                Position = message.Position;
                return true;
            default:
                if (message.Position <= Position)
                {
                    return false;
                }

                Position = message.Position;
                return true;
        }
    }
}
