using Support.Sdk.StateMachines;

namespace Support.Sdk.ServiceDesk;

/// <summary>The refusals that come from the Service Desk's HTTP interface itself, before any machine is asked. Codes are public API.</summary>
public static class ServiceDeskRefusals
{
    /// <summary>The request cannot be understood; the problem's <c>field</c> names the field, header or parameter.</summary>
    /// <remarks>Parameter: <c>field</c>; <c>body</c> when it is the whole.</remarks>
    public static RefusalCode Malformed { get; } = new("service-desk.malformed", "SES-14", ["field"]);

    /// <summary>The request is understood, but a value in it cannot be meant; the problem's <c>field</c> names it.</summary>
    /// <remarks>Parameter: <c>field</c>.</remarks>
    public static RefusalCode InvalidValue { get; } = new("service-desk.invalid-value", "SES-14", ["field"]);

    /// <summary>The body is larger than the server reads.</summary>
    /// <remarks>Parameter: <c>maximum</c>, in bytes.</remarks>
    public static RefusalCode BodyTooLarge { get; } = new("service-desk.body-too-large", "SES-14", ["maximum"]);

    /// <summary>Somebody signed in whom the host does not know as a technician.</summary>
    public static RefusalCode NoTechnician { get; } = new("service-desk.no-technician", "SES-01", remedies: Remedy.Ask("service-desk-administrator"));

    /// <summary>The end user's ticket is missing, or was not given out here.</summary>
    public static RefusalCode TicketRequired { get; } = new("service-desk.ticket-required", "SES-17");

    /// <summary>Too many wrong PINs or links from the same place; for the present right ones are not looked at either.</summary>
    /// <remarks>Parameter: <c>seconds</c>, how long until the next try counts.</remarks>
    public static RefusalCode TooManyGuesses { get; } = new("service-desk.too-many-guesses", "SES-17", ["seconds"]);

    /// <summary>All codes, in the order of their definition.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } = [Malformed, InvalidValue, BodyTooLarge, NoTechnician, TicketRequired, TooManyGuesses];
}
