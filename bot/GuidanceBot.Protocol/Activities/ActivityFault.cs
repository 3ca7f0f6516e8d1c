namespace GuidanceBot.Protocol.Activities;

/// <summary>Why a body is not an activity. Told to the caller, so it quotes nothing of the body but names of fields.</summary>
/// <param name="Code"><c>BadSyntax</c> or <c>BadArgument</c>, as Bot Framework names them.</param>
/// <param name="Message">What is wrong, with the rule of the Activity specification.</param>
internal sealed record ActivityFault(string Code, string Message)
{
    public static ActivityFault Syntax(string message) => new("BadSyntax", message);

    public static ActivityFault Argument(string message) => new("BadArgument", message);
}
