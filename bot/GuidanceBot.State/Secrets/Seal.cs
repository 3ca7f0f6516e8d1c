using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace GuidanceBot.State.Secrets;

/// <summary>Encrypts what is kept and opens it again, with the keys of ASP.NET Core Data Protection.</summary>
/// <remarks>
/// The key of the row is sealed in, so that a payload cannot be moved to another row. Data Protection makes a new key every 90 days;
/// older ones stay readable, and a row is written with the newest at its next use.
/// </remarks>
internal sealed class Seal(IDataProtectionProvider protection)
{
    private const int KeyBytes = 16;

    private readonly Dictionary<RecordKind, IDataProtector> _protectors = Enum.GetValues<RecordKind>()
        .ToDictionary(kind => kind, kind => protection.CreateProtector("GuidanceBot.State", kind.ToString(), "v1"));

    public byte[] Close(RecordKind kind, Guid key, ReadOnlySpan<byte> content)
    {
        var plain = new byte[KeyBytes + content.Length];
        MemoryMarshal.Write(plain, key);
        content.CopyTo(plain.AsSpan(KeyBytes));
        return _protectors[kind].Protect(plain);
    }

    /// <exception cref="UnreadableRecordException">It is damaged, belongs to another row, or its key is lost.</exception>
    public ReadOnlyMemory<byte> Open(RecordKind kind, Guid key, byte[] payload)
    {
        byte[] plain;
        try
        {
            plain = _protectors[kind].Unprotect(payload);
        }
        catch (CryptographicException fault)
        {
            throw new UnreadableRecordException(kind, key, fault);
        }

        return plain.Length >= KeyBytes && MemoryMarshal.Read<Guid>(plain) == key
            ? plain.AsMemory(KeyBytes)
            : throw new UnreadableRecordException(kind, key, null);
    }
}

/// <summary>What a payload is; one kind cannot be passed off as another. The names are part of the encryption: never change one.</summary>
internal enum RecordKind
{
    Conversation,
    Address,
    Person,
    Draft,
    Answer,
    Reply,
    Feedback,
    Pseudonyms,
}

/// <summary>A record cannot be opened or read.</summary>
internal sealed class UnreadableRecordException(RecordKind kind, Guid key, Exception? cause)
    : Exception($"A record of kind {kind} cannot be read.", cause)
{
    public RecordKind Kind => kind;

    public Guid Key => key;
}
