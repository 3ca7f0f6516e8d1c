using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using GuidanceBot.State.Outbox;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Keeping;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace GuidanceBot.State.Tests.Running;

/// <summary>A replica: the store as the program runs it, between a handler of the test and a channel of the test.</summary>
internal sealed class RunningStore : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly ITurnHandler _turn;
    private int _lastId;
    private bool _abandoned;

    private RunningStore(IHost host, ChannelStub channel)
    {
        (_host, Channel) = (host, channel);
        _turn = host.Services.GetRequiredService<ITurnHandler>();
    }

    public ChannelStub Channel { get; }

    public FakeLogCollector Logs => _host.Services.GetRequiredService<FakeLogCollector>();

    public StateDatabase Database => Get<StateDatabase>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="store">Where the state is.</param>
    /// <param name="handler">What a turn does; <see cref="Remembering"/> unless given.</param>
    /// <param name="channel">The channel, when replicas share one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="settings">Further settings.</param>
    public static async Task<RunningStore> StartAsync(
        TestStore store, Func<IServiceProvider, ITurnHandler>? handler = null, ChannelStub? channel = null, TimeProvider? time = null,
        params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["State:Provider"] = store.Provider.ToString(),
            ["State:ConnectionString"] = store.ConnectionString,
            ["State:Outbox:FirstRetry"] = "00:00:00.010",
            ["State:Outbox:LongestRetry"] = "00:00:00.100",
            ["State:Outbox:LookEvery"] = "00:00:00.100",
            ["State:Outbox:Lease"] = "00:00:10",
            ["Limits:PersonBurst"] = "10000",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        channel ??= new ChannelStub();
        builder.Services
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton<IReplySender>(channel)
            .AddSingleton<IRefusals, PlainRefusals>()
            .AddSingleton(handler ?? (services => new Remembering(services.GetRequiredService<IConversations>())))
            .AddState(builder.Configuration);
        builder.Logging.AddFakeLogging();
        var host = builder.Build();
        await host.StartAsync(Cancellation);
        return new RunningStore(host, channel);
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public Task StopAsync() => _host.StopAsync(Cancellation);

    /// <summary>Ends without stopping first, as a program does whose start failed half way.</summary>
    public void Abandon()
    {
        _abandoned = true;
        _host.Dispose();
    }

    /// <summary>Waits until everything is delivered and recorded.</summary>
    public async Task RestAsync()
    {
        while (Get<Delivery>().Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
        }
    }

    /// <summary>One message, its turn, and what the HTTP answer held.</summary>
    public async Task<DirectReplies> SayAsync(
        string text, string conversation = "a", string? id = null, string person = "someone", string? deliveryMode = null, string type = "message")
    {
        var activity = new Activity
        {
            Type = type,
            Id = id ?? $"{conversation}-{Interlocked.Increment(ref _lastId)}",
            ChannelId = "test",
            ServiceUrl = "http://localhost:1",
            From = new ChannelAccount { Id = person },
            Recipient = new ChannelAccount { Id = "bot" },
            Conversation = new ConversationAccount { Id = conversation },
            Text = text,
            DeliveryMode = deliveryMode,
        };
        var direct = new DirectReplies();
        var context = new TurnContext(activity, activity.GetConversationReference(), direct);
        await _turn.OnTurnAsync(context, Cancellation);
        direct.Invoke = context.InvokeResponse;
        return direct;
    }

    public Task<T> ReadAsync<T>(Func<StateContext, Task<T>> read) => Database.ReadAsync((db, _) => read(db), Cancellation);

    public Task WriteAsync(Func<StateContext, Task> write) => Database.WriteAsync((db, _) => write(db), Cancellation);

    public async ValueTask DisposeAsync()
    {
        if (!_abandoned)
        {
            await _host.StopAsync(CancellationToken.None);
            _host.Dispose();
        }
    }

    private sealed class PlainRefusals : IRefusals
    {
        public OutgoingActivity Say(Refusal refusal, Activity activity) => OutgoingActivity.Message(refusal.ToString());
    }
}

/// <summary>What went past the outbox.</summary>
internal sealed class DirectReplies : IReplyChannel
{
    public bool CanUpdate => true;

    public List<OutgoingActivity> Sent { get; } = [];

    public InvokeResponse? Invoke { get; set; }

    public Task<ResourceResponse> SendAsync(OutgoingActivity activity, CancellationToken cancellationToken)
    {
        Sent.Add(activity);
        return Task.FromResult(ResourceResponse.WithoutId);
    }

    public Task UpdateAsync(string activityId, OutgoingActivity activity, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DeleteAsync(string activityId, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A turn that remembers every message and replies with all of them.</summary>
internal sealed class Remembering(IConversations conversations) : ITurnHandler
{
    /// <summary>Runs after the conversation was read and before it is saved.</summary>
    public Func<string, Task> Between { get; set; } = _ => Task.CompletedTask;

    public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        var key = $"{activity.ChannelId}|{activity.Conversation.Id}";
        var conversation = await conversations.GetAsync(key, cancellationToken);
        await Between(activity.Text!);
        conversation.LastSuggestions = [.. conversation.LastSuggestions, activity.Text!];
        await conversations.SaveAsync(key, conversation, cancellationToken);
        await context.SendActivityAsync(string.Join(' ', conversation.LastSuggestions), cancellationToken);
    }
}
