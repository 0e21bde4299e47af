using System.Text.Json.Nodes;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary><c>/v1/meetings/{meetingId}/registration</c> and <c>…/registrants</c>: the form, and who has registered. Reading only.</summary>
internal sealed class RegistrantsApi(WebexEmulator webex)
{
    private static readonly string[] Statuses = ["approved", "pending", "rejected"];

    public void Map(Router routes) => routes
        .Map("GET", "/v1/meetings/{meetingId}/registration", Form)
        .Map("GET", "/v1/meetings/{meetingId}/registrants", List)
        .Map("POST", "/v1/meetings/{meetingId}/registrants/query", Query)
        .Map("GET", "/v1/meetings/{meetingId}/registrants/{registrantId}", Get);

    private EmulatorResponse Form(EmulatorRequest request)
    {
        var series = Series(request, managersOnly: false);
        return EmulatorResponse.Json(200, (series.Crowd?.Form ?? new RegistrationForm(series.Registration!)).Json.DeepClone());
    }

    private EmulatorResponse List(EmulatorRequest request)
    {
        var crowd = Series(request, managersOnly: true).Crowd;
        var (from, to) = TimeRange.Read(request, "registrationTimeFrom", "registrationTimeTo", request.Query);
        if (crowd is null)
        {
            return Page(request, crowd, []);
        }

        IReadOnlyList<WebinarRegistrant> shown = request.Query("email") is { Length: > 0 } email
            ? [.. crowd.RegistrantsOf(email).Select(index => crowd.Registrants[index])]
            : crowd.Registrants;
        return Page(request, crowd, VirtualList<WebinarRegistrant>.Between(shown, static registrant => registrant.RegisteredAt, from, to));
    }

    private EmulatorResponse Query(EmulatorRequest request)
    {
        var crowd = Series(request, managersOnly: true).Crowd;
        var body = new WebexBody(request);
        var emails = EmailsOf(request, body);
        var (status, orderBy, orderType) = (body.Text("status"), body.Text("orderBy"), body.Text("orderType"));
        if ((status is not null && !Statuses.Contains(status)) || orderType is not (null or "ASC" or "DESC"))
        {
            throw WebexErrors.BadRequest(request, "status or orderType is not one of the documented values.");
        }

        Func<WebinarRegistrant, string> key = orderBy switch
        {
            null => static registrant => registrant.RegisteredAt.UtcDateTime.ToString("O"),
            "firstName" => static registrant => registrant.Person.FirstName,
            "lastName" => static registrant => registrant.Person.LastName,
            "status" => static registrant => registrant.Status,
            "email" => static registrant => registrant.Person.Email,
            _ => throw WebexErrors.BadRequest(request, "orderBy is not one of the documented values."),
        };
        var found = crowd is null
            ? []
            : emails.SelectMany(crowd.RegistrantsOf).Distinct().Select(index => crowd.Registrants[index]).Where(registrant => status is null || registrant.Status == status);
        return Page(request, crowd, [.. orderType == "DESC" ? found.OrderByDescending(key, StringComparer.Ordinal) : found.OrderBy(key, StringComparer.Ordinal)]);
    }

    private EmulatorResponse Get(EmulatorRequest request)
    {
        var crowd = Series(request, managersOnly: true).Crowd;
        return crowd?.FindRegistrant(request.Route("registrantId")) is { } found
            ? EmulatorResponse.Json(200, crowd.Form.Render(found))
            : throw WebexErrors.NotFound(request, "The registrant does not exist.");
    }

    /// <summary>The addresses of a query, of registrants or participants.</summary>
    public static IReadOnlyList<string> EmailsOf(EmulatorRequest request, WebexBody body)
    {
        var emails = body.Array("emails") ?? throw WebexErrors.BadRequest(request, "emails is required.");
        return [.. emails.Select(email => email is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw WebexErrors.BadRequest(request, "emails must be strings."))];
    }

    private EmulatorResponse Page(EmulatorRequest request, WebinarCrowd? crowd, IReadOnlyList<WebinarRegistrant> shown) =>
        WebexPaging.Page(request, shown, registrant => crowd!.Form.Render(registrant), 10, 100, webex.Options.InsertEmptyPages);

    /// <summary>The series of the path, for whoever may read its form, or for its host and cohosts.</summary>
    private MeetingSeries Series(EmulatorRequest request, bool managersOnly)
    {
        var caller = webex.Reader(request);
        var user = webex.ActingFor(request, caller, request.Query("hostEmail"), "meeting:admin_schedule_read");
        var id = request.Route("meetingId");
        var series = managersOnly ? webex.Managed(request, user, id) : webex.Readable(request, user, id);
        return series.IsPersonalRoom || series.Id != id ? throw WebexErrors.BadRequest(request, "Only the ID of a meeting series is supported.")
            : series.Registration is null ? throw WebexErrors.BadRequest(request, "Registration is not supported for this meeting series.")
            : series;
    }
}
