using Microsoft.AspNetCore.WebUtilities;

namespace Support.Sdk.Emulators.Webex;

/// <summary>What people do in meetings with their clients and browsers, as verbs for tests.</summary>
/// <remarks>Thread-safe. Each verb queues the webhooks the service would send. Ids may be those of a series or of an occurrence.</remarks>
public sealed class WebexMeetings
{
    private readonly WebexEmulator _webex;

    internal WebexMeetings(WebexEmulator webex) => _webex = webex;

    internal Dictionary<string, JoinLink> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>The host starts the meeting and is in it; whoever waits in the lobby is admitted.</summary>
    /// <returns>The id of the instance.</returns>
    /// <exception cref="ArgumentException">There is no such meeting.</exception>
    /// <exception cref="InvalidOperationException">It is already in progress.</exception>
    public string Start(string meetingId)
    {
        lock (_webex.Gate)
        {
            return StartCore(Find(meetingId), meetingId).Id;
        }
    }

    /// <summary>Ends the meeting for all.</summary>
    /// <param name="meetingId">The series, the occurrence or the instance.</param>
    /// <exception cref="ArgumentException">There is no such meeting.</exception>
    /// <exception cref="InvalidOperationException">It is not in progress.</exception>
    public void End(string meetingId)
    {
        lock (_webex.Gate)
        {
            var series = Find(meetingId);
            EndCore(series.Running ?? throw new InvalidOperationException($"The meeting {meetingId} is not in progress: start it first."), series.Host);
        }
    }

    /// <summary>Someone joins: the running meeting, or else its lobby (a new instance in state <c>lobby</c>).</summary>
    /// <returns>The participant's id.</returns>
    /// <exception cref="ArgumentException">There is no such meeting.</exception>
    public string Join(string meetingId, string email, string displayName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        ArgumentException.ThrowIfNullOrWhiteSpace(displayName);
        lock (_webex.Gate)
        {
            return JoinCore(Find(meetingId), meetingId, email, displayName).Id;
        }
    }

    /// <summary>Someone leaves the running meeting.</summary>
    /// <exception cref="ArgumentException">There is no such meeting.</exception>
    /// <exception cref="InvalidOperationException">Nobody of this address is in it.</exception>
    public void Leave(string meetingId, string email)
    {
        lock (_webex.Gate)
        {
            var instance = Find(meetingId).Running;
            var participant = instance?.Participants.Find(one => one.LeftAt is null && string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException($"Nobody of the address {email} is in the meeting {meetingId}.");
            LeaveCore(instance!, participant);
        }
    }

    /// <summary>Opens a link of <c>POST /meetings/join</c> as a browser does: a start link starts the meeting, a join link joins it.</summary>
    /// <returns>The id of the instance entered.</returns>
    /// <exception cref="InvalidOperationException">The link has expired, was never given out, or its meeting was deleted.</exception>
    public string Open(Uri link)
    {
        ArgumentNullException.ThrowIfNull(link);
        lock (_webex.Gate)
        {
            var token = QueryHelpers.ParseQuery(link.Query).TryGetValue("integrationJoinToken", out var value) ? value.ToString() : "";
            if (!Links.TryGetValue(token, out var join) || _webex.Now >= join.ExpiresAt || !_webex.Calendar.Series.Contains(join.Series))
            {
                throw new InvalidOperationException("The link has expired, was never given out, or its meeting was deleted.");
            }

            if (join.Starts && join.Series.Running is not { Lobby: false })
            {
                return StartCore(join.Series, join.Series.Id).Id;
            }

            JoinCore(join.Series, join.Series.Id, join.Email, join.DisplayName);
            return join.Series.Running!.Id;
        }
    }

    /// <summary>The present state of a series, occurrence or instance, in the vendor's words; <see langword="null"/> when it was deleted or never was.</summary>
    public string? StateOf(string meetingId)
    {
        lock (_webex.Gate)
        {
            return _webex.Calendar.FindSeries(meetingId) is { } series ? _webex.Calendar.StateOf(series)
                : _webex.Calendar.FindOccurrence(meetingId) is { } occurrence ? _webex.Calendar.StateOf(occurrence)
                : _webex.Calendar.FindInstance(meetingId)?.State;
        }
    }

    internal void EndCore(MeetingInstance instance, WebexUser actor)
    {
        foreach (var participant in instance.Participants.Where(participant => participant.LeftAt is null).ToList())
        {
            LeaveCore(instance, participant);
        }

        instance.EndedAt = _webex.Now;
        _webex.Hooks.Meeting("ended", instance.Series, MeetingJson.Instance(instance, View(instance.Series)), actor);
    }

    private MeetingSeries Find(string meetingId) =>
        _webex.Calendar.Owner(meetingId) ?? throw new ArgumentException($"There is no meeting {meetingId}: create it first.", nameof(meetingId));

    private MeetingView View(MeetingSeries series) => new(_webex.Calendar, series.Host, series.TagsOwner, TimeZoneInfo.Utc, "UTC", ListForm: true);

    private MeetingInstance StartCore(MeetingSeries series, string id)
    {
        if (series.Running is { Lobby: false })
        {
            throw new InvalidOperationException($"The meeting {id} is already in progress.");
        }

        var instance = series.Running ?? NewInstance(series, id);
        (instance.Lobby, instance.StartedAt) = (false, _webex.Now);
        _webex.Hooks.Meeting("started", series, MeetingJson.Instance(instance, View(series)), series.Host);
        JoinCore(series, id, series.Host.Email, series.Host.DisplayName);
        foreach (var waiting in instance.Participants.Where(participant => participant.InLobby))
        {
            (waiting.InLobby, waiting.JoinedAt) = (false, _webex.Now);
            _webex.Hooks.Participant("joined", instance, waiting);
        }

        return instance;
    }

    private MeetingParticipant JoinCore(MeetingSeries series, string id, string email, string displayName)
    {
        var instance = series.Running;
        if (instance is null)
        {
            instance = NewInstance(series, id);
            instance.Lobby = true;
        }

        var user = _webex.Directory.FindByEmail(email);
        var participant = new MeetingParticipant
        {
            Id = $"{series.Id}_{_webex.Ids.Guid()}",
            Email = email,
            DisplayName = displayName,
            User = user,
            Host = user == series.Host,
            CoHost = user is not null && user != series.Host && series.IsManagedBy(user),
            Invitee = series.IsInvited(email),
            JoinedAt = _webex.Now,
            InLobby = instance.Lobby,
        };
        instance.Participants.Add(participant);
        if (!participant.InLobby)
        {
            _webex.Hooks.Participant("joined", instance, participant);
        }

        return participant;
    }

    private void LeaveCore(MeetingInstance instance, MeetingParticipant participant)
    {
        participant.LeftAt = _webex.Now;
        if (!participant.InLobby)
        {
            _webex.Hooks.Participant("left", instance, participant);
        }
    }

    private MeetingInstance NewInstance(MeetingSeries series, string id)
    {
        var occurrence = series.Occurrences.Find(one => one.Id == id) ?? _webex.Calendar.Current(series);
        var instance = new MeetingInstance
        {
            Id = $"{series.Id}_I_{_webex.Ids.Digits(18)}",
            Series = series,
            Occurrence = occurrence,
            OccurrenceId = occurrence?.Id,
            StartedAt = _webex.Now,
        };
        series.Instances.Add(instance);
        return instance;
    }
}
