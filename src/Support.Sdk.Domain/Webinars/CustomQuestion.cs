namespace Support.Sdk.Webinars;

/// <summary>A custom question of a webinar's registration form. It cannot be mapped; a mapping that names it is refused by its text (WBN-03).</summary>
/// <param name="Id">Webex' id of the question; a number in answers, a text in forms.</param>
/// <param name="Text">The question as registrants read it.</param>
public sealed record CustomQuestion(string Id, string Text);
