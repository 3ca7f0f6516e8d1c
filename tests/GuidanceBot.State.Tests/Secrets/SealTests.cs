using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;
using GuidanceBot.State.Secrets;
using GuidanceBot.State.Tests.Running;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Conversations;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.State.Tests.Secrets;

public sealed class SealTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payload_opens_only_for_its_own_row_and_kind()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Memory);
        await using var bot = await RunningStore.StartAsync(store);
        var seal = bot.Get<Seal>();
        var row = Guid.NewGuid();
        var payload = seal.Close(RecordKind.Draft, row, [1, 2, 3]);

        Assert.Equal([1, 2, 3], seal.Open(RecordKind.Draft, row, payload).ToArray());
        Assert.Throws<UnreadableRecordException>(() => seal.Open(RecordKind.Draft, Guid.NewGuid(), payload));
        Assert.Throws<UnreadableRecordException>(() => seal.Open(RecordKind.Person, row, payload));
        payload[^1] ^= 1;
        Assert.Throws<UnreadableRecordException>(() => seal.Open(RecordKind.Draft, row, payload));
    }

    [Theory]
    [InlineData(StateProvider.Sqlite)]
    [InlineData(StateProvider.PostgreSql)]
    public async Task After_a_new_key_the_old_records_are_read_and_new_ones_are_written_with_it(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        Guid newest;
        await using (var before = await RunningStore.StartAsync(store))
        {
            await before.SayAsync("one");
            await before.Channel.WaitForAsync(1);
            var now = TimeProvider.System.GetUtcNow();
            newest = before.Get<IKeyManager>().CreateNewKey(now, now.AddDays(90)).KeyId;
        }

        await using var after = await RunningStore.StartAsync(store);
        await after.SayAsync("two", id: "another");

        Assert.Equal("one two", Assert.Single(await after.Channel.WaitForAsync(1)));
        var state = (await after.ReadAsync(db => db.Conversations.SingleAsync())).State!;
        // A protected payload begins with four bytes that say what it is, then the key's id.
        Assert.Equal(newest, new Guid(state.AsSpan(4, 16)));
    }

    [Fact]
    public async Task Without_its_keys_the_store_does_not_start_and_says_why()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await (await RunningStore.StartAsync(store)).DisposeAsync();
        Directory.Delete(Path.Combine(store.Folder, "keys"), recursive: true);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningStore.StartAsync(store));

        Assert.Contains("State:KeyFolder", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_encrypts_the_keys()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        var path = await CertificateIn(store.Folder, "keys.pfx");
        (string, string)[] settings = [("State:KeyCertificatePath", path), ("State:KeyCertificatePassword", "word")];

        await using (var bot = await RunningStore.StartAsync(store, settings: settings))
        {
            await bot.SayAsync("one");
            await bot.Channel.WaitForAsync(1);
        }

        var key = await File.ReadAllTextAsync(Directory.EnumerateFiles(Path.Combine(store.Folder, "keys")).Single(), Cancellation);
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        await using var again = await RunningStore.StartAsync(store, settings: settings);
        await again.SayAsync("two", id: "another");
        Assert.Equal("one two", Assert.Single(await again.Channel.WaitForAsync(1)));
    }

    [Fact]
    public async Task After_a_new_certificate_what_the_former_one_opened_is_still_read()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        var (former, now) = (await CertificateIn(store.Folder, "former.pfx"), await CertificateIn(store.Folder, "now.pfx"));
        (string, string)[] changed = [("State:KeyCertificatePath", now), ("State:KeyCertificatePassword", "word")];
        await using (var bot = await RunningStore.StartAsync(store, settings: [("State:KeyCertificatePath", former), ("State:KeyCertificatePassword", "word")]))
        {
            await bot.SayAsync("one");
            await bot.Channel.WaitForAsync(1);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => RunningStore.StartAsync(store, settings: changed));
        await using var again = await RunningStore.StartAsync(
            store, settings: [.. changed, ("State:FormerKeyCertificatePath", former), ("State:FormerKeyCertificatePassword", "word")]);
        await again.SayAsync("two", id: "another");

        Assert.Equal("one two", Assert.Single(await again.Channel.WaitForAsync(1)));
    }

    [Fact]
    public async Task A_key_is_stable_over_restarts_and_another_store_has_another()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var different = await TestStore.CreateAsync(StateProvider.Sqlite);

        Assert.Equal(await KeyInAsync(store), await KeyInAsync(store));
        Assert.NotEqual(await KeyInAsync(store), await KeyInAsync(different));
    }

    [Fact]
    public async Task Parts_of_an_id_do_not_run_into_each_other()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Memory);
        await using var bot = await RunningStore.StartAsync(store);
        var pseudonyms = bot.Get<Pseudonyms>();

        Assert.NotEqual(pseudonyms.OfConversation("ab", "c"), pseudonyms.OfConversation("a", "bc"));
        Assert.NotEqual(pseudonyms.OfPerson("a", "b", ""), pseudonyms.OfConversation("a", "b"));
    }

    [Fact]
    public void A_conversation_is_read_back_as_it_was_written()
    {
        var written = new Conversation
        {
            Welcomed = true,
            Person = new Person(GuidanceBot.Knowledge.Passages.Audience.Champion, GuidanceBot.Knowledge.Passages.Area.Derby),
            LastPassages = [GuidanceBot.Knowledge.Passages.PassageId.Parse("document#heading")],
            LastSuggestions = ["one", "two"],
            OpenCard = new OpenCard("nonce", "Co-sleeping", "Where does the baby sleep?"),
            Pressed = ["nonce-1"],
            Dialogs = [1, 2],
            OpenQuestion = new OpenQuestion("co-sleeping", "where", "Where does the baby sleep?", ["Cot"]),
            OfferedPathway = "co-sleeping",
            LastPathway = "home-safety",
            OfferedDraft = "crew",
            Members = new Dictionary<string, Conversation> { ["one"] = new() { Welcomed = true, OfferedPathway = "crew" } },
        };

        var read = GuidanceBot.State.Keeping.ConversationJson.Read(GuidanceBot.State.Keeping.ConversationJson.Write(written));

        Assert.Equivalent(written, read, strict: true);
        // A property that is added later must be set above: none is at its first value, but for those that are not kept.
        Assert.All(
            typeof(Conversation).GetProperties().Where(p => p.CanWrite && !p.IsDefined(typeof(JsonIgnoreAttribute), inherit: false)),
            property => Assert.NotEqual(property.GetValue(new Conversation()), property.GetValue(written)));
    }

    [Fact]
    public void A_conversation_that_was_forgotten_is_like_a_new_one_but_for_the_welcome()
    {
        var conversation = new Conversation
        {
            Welcomed = true,
            Person = new Person(GuidanceBot.Knowledge.Passages.Audience.Champion),
            LastSuggestions = ["one"],
            Pressed = ["nonce"],
            Dialogs = [1],
            OfferedPathway = "co-sleeping",
            LastPathway = "home-safety",
            OfferedDraft = "crew",
        };

        conversation.Forget();

        Assert.Equivalent(new Conversation { Welcomed = true }, conversation, strict: true);
    }

    private static async Task<string> CertificateIn(string folder, string name)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=GuidanceBot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "word"), Cancellation);
        return path;
    }

    private static async Task<Guid> KeyInAsync(TestStore store)
    {
        await using var bot = await RunningStore.StartAsync(store);
        return bot.Get<Pseudonyms>().OfConversation("msteams", "a:1");
    }
}
