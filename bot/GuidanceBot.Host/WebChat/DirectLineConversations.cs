using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;

namespace GuidanceBot.Host.WebChat;

/// <summary>The chats under way, found by their token. One that is silent for as long as a token lives is gone.</summary>
internal sealed class DirectLineConversations : IDisposable
{
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(30);

    private const int MostConversations = 1000;
    private const int RandomBytes = 24;

    private readonly MemoryCache _byToken = new(new MemoryCacheOptions { SizeLimit = MostConversations });

    /// <returns>Null when there are too many.</returns>
    public DirectLineConversation? Begin(string userId)
    {
        var conversation = new DirectLineConversation(Random(), Random(), userId);
        _byToken.Set(conversation.Token, conversation, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TokenLife });
        return Find(conversation.Token);
    }

    public DirectLineConversation? Find(string token) => _byToken.Get<DirectLineConversation>(token);

    public void Dispose() => _byToken.Dispose();

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
}
