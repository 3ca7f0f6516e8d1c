using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State.Tests.Running;
using GuidanceBot.Turns.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.State.Tests.Keeping;

public sealed class PersonalNotesTests
{
    public static TheoryData<StateProvider> Stores => [StateProvider.Sqlite, StateProvider.PostgreSql, StateProvider.Memory];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_person_in_many_conversations_at_once_loses_no_answer(StateProvider provider)
    {
        const int Conversations = 10;
        await using var store = await TestStore.CreateAsync(provider);
        await using var bot = await RunningStore.StartAsync(store, services => new Counting(services.GetRequiredService<IDrafts>()));

        await Task.WhenAll(Enumerable.Range(0, Conversations).Select(n => bot.SayAsync("one", conversation: $"c{n}")));

        var draft = await bot.Get<IDrafts>().GetAsync(new PersonKey("test", "", "someone"), "pathway", Cancellation);
        Assert.Equal(Conversations, Assert.Single(draft!));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_reads_what_it_has_written_and_what_it_deletes_is_gone(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        byte[]?[] seen = [];
        await using var bot = await RunningStore.StartAsync(store, services => new Rewriting(services.GetRequiredService<IDrafts>(), all => seen = all));

        await bot.SayAsync("one");

        Assert.Equal([null, [1], [2], null], seen);
        Assert.Null(await bot.Get<IDrafts>().GetAsync(new PersonKey("test", "", "someone"), "pathway", Cancellation));
    }

    private sealed class Counting(IDrafts drafts) : ITurnHandler
    {
        public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
        {
            var person = PersonKey.Of(context.Activity)!;
            var count = await drafts.GetAsync(person, "pathway", cancellationToken) is [var so] ? so : (byte)0;
            await drafts.SaveAsync(person, "pathway", [(byte)(count + 1)], cancellationToken);
        }
    }

    private sealed class Rewriting(IDrafts drafts, Action<byte[]?[]> tell) : ITurnHandler
    {
        public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
        {
            var person = PersonKey.Of(context.Activity)!;
            var seen = new List<byte[]?> { await drafts.GetAsync(person, "pathway", cancellationToken) };
            await drafts.SaveAsync(person, "pathway", [1], cancellationToken);
            seen.Add(await drafts.GetAsync(person, "pathway", cancellationToken));
            await drafts.SaveAsync(person, "pathway", [2], cancellationToken);
            seen.Add(await drafts.GetAsync(person, "pathway", cancellationToken));
            await drafts.DeleteAsync(person, "pathway", cancellationToken);
            seen.Add(await drafts.GetAsync(person, "pathway", cancellationToken));
            tell([.. seen]);
        }
    }
}
