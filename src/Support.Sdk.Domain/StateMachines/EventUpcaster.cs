using System.Text.Json.Nodes;

namespace Support.Sdk.StateMachines;

/// <summary>Turns an event that an older version of a machine wrote into its form of the next version.</summary>
/// <param name="FromVersion">The version that wrote the event.</param>
/// <param name="Type">The event's type in that version.</param>
/// <param name="Upcast">Gives type and content of the next version; the object passed in may be changed and returned.</param>
public sealed record EventUpcaster(int FromVersion, string Type, Func<JsonObject, (string Type, JsonObject Data)> Upcast);
