namespace Support.Sdk.Sessions;

/// <summary>What <see cref="SessionFeed"/> tells. The set is closed.</summary>
/// <param name="Position">The place in the whole store: whoever resumes after it misses nothing.</param>
public abstract record SessionChange(long Position)
{
    /// <summary>The first thing that a listener hears: whatever is committed from here on will be told. Who lists now, and follows, misses nothing.</summary>
    /// <param name="Position">From where on.</param>
    public sealed record Ready(long Position) : SessionChange(Position);

    /// <summary>Changes up to the position were lost: the listener was too slow, or away for too long. List again; what follows is complete.</summary>
    /// <param name="Position">Up to where.</param>
    public sealed record Reset(long Position) : SessionChange(Position);

    /// <summary>Something happened to a session.</summary>
    /// <param name="Position">Its place in the whole store.</param>
    /// <param name="SessionId">The session.</param>
    public sealed record SessionChanged(long Position, string SessionId) : SessionChange(Position)
    {
        /// <summary>Whether the listener does not see the session any more, or it was deleted. Then nothing else is told of it.</summary>
        public bool IsGone { get; init; }

        /// <summary>What happened: the stable name of the event, such as <c>session-assigned</c>; empty when the session is gone.</summary>
        public string Kind { get; init; } = "";

        /// <summary>The version of the session after it; 0 when the session is gone.</summary>
        public long Version { get; init; }

        /// <summary>When it was recorded (UTC); <see langword="null"/> when the session is gone.</summary>
        public DateTimeOffset? At { get; init; }

        /// <summary>Who did it; <c>system</c> for time. Not told to end users.</summary>
        public string? By { get; init; }

        /// <summary>From where: the status, or that of the access when the event concerns the access.</summary>
        public string From { get; init; } = "";

        /// <summary>To where; see <see cref="From"/>.</summary>
        public string To { get; init; } = "";

        /// <summary>The status after it; <see cref="SessionStatus.None"/> when the session is gone.</summary>
        public SessionStatus Status { get; init; }

        /// <summary>The channel after it. Not told to end users.</summary>
        public string? Channel { get; init; }

        /// <summary>The assigned technician after it; <see langword="null"/> when there is none. Not told to end users.</summary>
        public string? Assignee { get; init; }
    }

    /// <summary>Something happened to a channel. When the listener's membership changed, so did what he sees of its sessions: list them again.</summary>
    /// <param name="Position">Its place in the whole store.</param>
    /// <param name="ChannelId">The channel.</param>
    public sealed record ChannelChanged(long Position, string ChannelId) : SessionChange(Position)
    {
        /// <summary>Whether the listener does not know of the channel any more, or it was removed. Then nothing else is told of it, and its sessions are gone as far as he has no part in them.</summary>
        public bool IsGone { get; init; }

        /// <summary>What happened: the stable name of the event, such as <c>channel-member-set</c>; empty when the channel is gone.</summary>
        public string Kind { get; init; } = "";

        /// <summary>The version of the channel after it; 0 when the channel is gone.</summary>
        public long Version { get; init; }

        /// <summary>When it was recorded (UTC); <see langword="null"/> when the channel is gone.</summary>
        public DateTimeOffset? At { get; init; }

        /// <summary>Who did it.</summary>
        public string? By { get; init; }

        /// <summary>The channel's name after it; <see langword="null"/> when the channel is gone.</summary>
        public string? Name { get; init; }
    }
}
