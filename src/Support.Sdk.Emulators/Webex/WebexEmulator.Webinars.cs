using System.Text.Json;
using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Webex;

public sealed partial class WebexEmulator
{
    /// <summary>Adds a webinar with its registration form and any number of registrants, invitees and participants.</summary>
    /// <param name="host">The host; needs <see cref="WebexUserSeed.WebinarLicense"/>.</param>
    /// <param name="seed">What it is to be.</param>
    /// <returns>Its ids.</returns>
    /// <remarks>Generated invitees can be read but not changed. No webhooks are sent. Lists of a hundred thousand take time to page, not memory to keep.</remarks>
    /// <exception cref="ArgumentException">The host may not host webinars, the form is not a JSON object, or attendees are asked for before the webinar is over.</exception>
    public EmulatedWebinar AddWebinar(WebexUser host, WebinarSeed seed)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(seed);
        seed.Check();
        if (!host.Seed.WebinarLicense || host.DefaultSite is null)
        {
            throw new ArgumentException($"{host.Email} may not host webinars: add the user with WebinarLicense and a site.", nameof(host));
        }

        var form = new RegistrationForm(FormOf(seed));
        lock (Gate)
        {
            var wasHeld = seed.Start + seed.Duration <= Now;
            if (!wasHeld && seed.Attendees > 0)
            {
                throw new ArgumentException("Attendees are of a webinar that is over: let it start earlier, or advance the clock first.", nameof(seed));
            }

            var series = MeetingsApi.NewSeries(
                this, host, host.DefaultSite, "webinar", seed.Title, "aB" + Ids.Letters(8) + Ids.Digits(1), TimeZoneInfo.Utc, "UTC", null, adHoc: false, form.Json);
            (series.Start, series.End) = (seed.Start.ToUniversalTime(), seed.Start.ToUniversalTime() + seed.Duration);
            series.Settings["panelistPassword"] = "aB" + Ids.Letters(8) + Ids.Digits(1);
            series.Settings["phoneAndVideoSystemPanelistPassword"] = Ids.Digits(8);
            series.Reschedule();
            series.Crowd = new WebinarCrowd(series, seed with { Start = series.Start }, form, Now);
            Calendar.Series.Add(series);
            return new EmulatedWebinar(series.Id, wasHeld ? AddHeld(series).Id : null);
        }
    }

    private static JsonObject FormOf(WebinarSeed seed)
    {
        try
        {
            return JsonNode.Parse(seed.RegistrationForm) as JsonObject ?? throw new ArgumentException("RegistrationForm is not a JSON object.", nameof(seed));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"RegistrationForm is not JSON: {exception.Message}", nameof(seed), exception);
        }
    }

    private MeetingInstance AddHeld(MeetingSeries series)
    {
        var instance = new MeetingInstance
        {
            Id = $"{series.Id}_I_{Ids.Digits(18)}",
            Series = series,
            Occurrence = series.Occurrences[0],
            OccurrenceId = series.Occurrences[0].Id,
            StartedAt = series.Start,
            EndedAt = series.End,
            Crowd = series.Crowd,
        };
        instance.Participants.Add(new MeetingParticipant
        {
            Id = $"{series.Id}_{Ids.Guid()}",
            Email = series.Host.Email,
            DisplayName = series.Host.DisplayName,
            User = series.Host,
            Host = true,
            JoinedAt = series.Start,
            LeftAt = series.End,
        });
        series.Instances.Add(instance);
        return instance;
    }
}
