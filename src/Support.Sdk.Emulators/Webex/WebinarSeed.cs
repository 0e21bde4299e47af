namespace Support.Sdk.Emulators.Webex;

/// <summary>A webinar to be added with as many people as asked for. They are made up when they are asked for and take no memory.</summary>
public sealed record WebinarSeed
{
    /// <summary>The title.</summary>
    public string Title { get; init; } = "Webinar";

    /// <summary>When it starts. When it ends before the clock's present, it was held, and its participants can be listed.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long it takes. Default 1 hour.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many have registered. Default 0.</summary>
    public int Registrants { get; init; }

    /// <summary>How many of each hundred registrants wait for approval. Default 10.</summary>
    public int PendingPercent { get; init; } = 10;

    /// <summary>How many of each hundred registrants were rejected. Default 5.</summary>
    public int RejectedPercent { get; init; } = 5;

    /// <summary>How many are invited: the persons of the same indexes as the registrants. Default 0.</summary>
    public int Invitees { get; init; }

    /// <summary>How many of the invitees, the first ones, are panelists. Default 0.</summary>
    public int Panelists { get; init; }

    /// <summary>
    /// How many entries the list of participants has beside the host. Default 0. They are the approved registrants in their order; beyond these, people who had not
    /// registered.
    /// </summary>
    public int Attendees { get; init; }

    /// <summary>Each n-th attendee is the one before, who joined again with the address in capital letters; 0 for none. Default 0.</summary>
    public int RejoinEvery { get; init; }

    /// <summary>The registration form, as <c>registration</c> of <c>POST /meetings</c> takes it.</summary>
    /// <value>Default: all standard questions but the fax, a free text and a choice.</value>
    public string RegistrationForm { get; init; } =
        """
        {"autoAcceptRequest":false,"requireJobTitle":true,"requireCompanyName":true,"requireAddress1":true,"requireAddress2":true,"requireCity":true,"requireState":true,
        "requireZipCode":true,"requireCountryRegion":true,"requireWorkPhone":true,"requireFax":false,
        "customizedQuestions":[{"question":"What brings you here?","required":false,"type":"singleLineTextBox","maxLength":200},
        {"question":"Which colour?","required":true,"type":"dropdownList","options":[{"value":"green"},{"value":"blue"}]}]}
        """;

    /// <summary>The person of an index; give another function to try addresses and names of your own. It must be deterministic.</summary>
    /// <value>Default <see cref="WebinarPerson.Of"/>.</value>
    public Func<int, WebinarPerson> Person { get; init; } = WebinarPerson.Of;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Registrants);
        ArgumentOutOfRangeException.ThrowIfNegative(Invitees);
        ArgumentOutOfRangeException.ThrowIfNegative(Attendees);
        ArgumentOutOfRangeException.ThrowIfNegative(RejoinEvery);
        ArgumentOutOfRangeException.ThrowIfEqual(RejoinEvery, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Panelists);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Panelists, Invitees);
        ArgumentOutOfRangeException.ThrowIfNegative(PendingPercent);
        ArgumentOutOfRangeException.ThrowIfNegative(RejectedPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PendingPercent + RejectedPercent, 100, nameof(PendingPercent));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Duration, TimeSpan.Zero);
    }
}
