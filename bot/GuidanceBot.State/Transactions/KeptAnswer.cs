namespace GuidanceBot.State.Transactions;

/// <summary>An HTTP answer, kept in case the caller did not hear it and asks again.</summary>
/// <param name="Replies">The replies in it, as they were written.</param>
/// <param name="InvokeStatus">The status, when it answered an invoke.</param>
/// <param name="InvokeBody">Its body as JSON.</param>
internal sealed record KeptAnswer(IReadOnlyList<byte[]> Replies, int? InvokeStatus, string? InvokeBody);
