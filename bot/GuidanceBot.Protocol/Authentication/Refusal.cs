namespace GuidanceBot.Protocol.Authentication;

/// <summary>A request that goes no further.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">For the caller: one word.</param>
/// <param name="Message">For the caller: nothing that would help to get past.</param>
/// <param name="Reason">For the log: which check, in fixed words.</param>
internal sealed record Refusal(int Status, string Code, string Message, string Reason)
{
    public static Refusal Unauthorized(string reason) =>
        new(StatusCodes.Status401Unauthorized, "Unauthorized", "The request does not prove that it comes from the channel.", reason);

    public static Refusal Forbidden(string reason) =>
        new(StatusCodes.Status403Forbidden, "Forbidden", "The bot does not answer this tenant.", reason);

    public static Refusal Unavailable(string reason) =>
        new(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The request cannot be checked now. Send it again later.", reason);
}
