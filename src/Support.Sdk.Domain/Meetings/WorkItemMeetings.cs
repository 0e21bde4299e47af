using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Support.Sdk.Meetings;

/// <summary>The meetings of one work item and the public replies about them: the state of the meeting machine.</summary>
/// <remarks>Immutable. Keeps the open meetings, and of the others the last ten; the history has them all.</remarks>
/// <param name="Meetings">The meetings, in the order in which they were asked for.</param>
/// <param name="Replies">The public replies that belong to them, in the order in which they were drafted.</param>
public sealed record WorkItemMeetings(ImmutableArray<Meeting> Meetings, ImmutableArray<Reply> Replies)
{
    /// <summary>The meetings, in the order in which they were asked for.</summary>
    /// <exception cref="ArgumentException">The array is <see langword="default"/>; an empty one is meant.</exception>
    public ImmutableArray<Meeting> Meetings { get; init; } = Checked(Meetings, nameof(Meetings));

    /// <summary>The public replies that belong to them, in the order in which they were drafted.</summary>
    /// <exception cref="ArgumentException">The array is <see langword="default"/>; an empty one is meant.</exception>
    public ImmutableArray<Reply> Replies { get; init; } = Checked(Replies, nameof(Replies));

    /// <summary>A work item without meetings.</summary>
    public static WorkItemMeetings Empty { get; } = new([], []);

    /// <summary>Finds a meeting; <see langword="null"/> when there is none with this id.</summary>
    public Meeting? FindMeeting(string id)
    {
        // From the newest on: it is the one that people mean.
        for (var i = Meetings.Length - 1; i >= 0; i--)
        {
            if (Meetings[i].Id == id)
            {
                return Meetings[i];
            }
        }

        return null;
    }

    /// <summary>Finds a reply; <see langword="null"/> when there is none with this id.</summary>
    public Reply? FindReply(string id)
    {
        for (var i = Replies.Length - 1; i >= 0; i--)
        {
            if (Replies[i].Id == id)
            {
                return Replies[i];
            }
        }

        return null;
    }

    /// <summary>The meeting that takes the one place for a scheduled meeting (MTG-05); <see langword="null"/> when the place is free.</summary>
    [JsonIgnore]
    public Meeting? Scheduled
    {
        get
        {
            foreach (var meeting in Meetings)
            {
                if (meeting.OccupiesSchedule)
                {
                    return meeting;
                }
            }

            return null;
        }
    }

    // A damaged snapshot lacks them; it must be refused where it is read, not crash where it is used.
    private static ImmutableArray<T> Checked<T>(ImmutableArray<T> items, string parameter) =>
        items.IsDefault ? throw new ArgumentException("The array is missing. Use an empty one for none.", parameter) : items;
}
