using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State.Database;
using GuidanceBot.State.Health;
using GuidanceBot.State.Keeping;
using GuidanceBot.State.Model;
using GuidanceBot.State.Outbox;
using GuidanceBot.State.Retention;
using GuidanceBot.State.Secrets;
using GuidanceBot.State.Shedding;
using GuidanceBot.State.Starting;
using GuidanceBot.State.Transactions;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Drafts;
using GuidanceBot.Turns.Keeping;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State;

/// <summary>Adds what is kept between messages to a program, and puts each turn into one transaction.</summary>
public static class StateServices
{
    /// <summary>A check of whether the program should get messages now.</summary>
    public const string ReadyTag = "ready";

    /// <param name="services">The program's services. Add the <see cref="ITurnHandler"/> before: it is put into the transaction.</param>
    /// <param name="configuration">The whole configuration; the sections <c>State</c> and <c>Limits</c> are read.</param>
    public static IServiceCollection AddState(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StateOptions>()
            .Bind(configuration.GetSection(StateOptions.Section), binding => binding.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddOptions<LimitsOptions>()
            .Bind(configuration.GetSection(LimitsOptions.Section), binding => binding.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StateOptions>, StateOptionsAttributes>();
        services.AddSingleton<IValidateOptions<StateOptions>, StateOptionsRules>();
        services.AddSingleton<IValidateOptions<LimitsOptions>, LimitsOptionsAttributes>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();

        AddStore(services);
        AddKeys(services, configuration.GetSection(StateOptions.Section));
        AddKeeping(services);
        AddDelivery(services);
        PutTurnsIntoTransactions(services);
        services.AddHealthChecks()
            .AddCheck<StoreHealth>("store", tags: [ReadyTag])
            .AddCheck<OutboxHealth>("outbox", tags: [ReadyTag]);
        return services;
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton<StateDatabase>();
        services.AddSingleton<StartLock>();
        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<Seal>();
        services.AddSingleton<StateMeter>();
        services.AddSingleton<UnreadableRecords>();
        services.AddHostedService<StoreStart>();
    }

    private static void AddKeys(IServiceCollection services, IConfiguration state)
    {
        // Data Protection reads and writes its keys through a context of its own.
        services.AddScoped(provider => (SqliteStateContext)provider.GetRequiredService<StateDatabase>().CreateContext());
        services.AddScoped(provider => (PostgreSqlStateContext)provider.GetRequiredService<StateDatabase>().CreateContext());
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysOfStore>();
        var keys = services.AddDataProtection().SetApplicationName("GuidanceBot");
        if (state[nameof(StateOptions.KeyCertificatePath)] is { } path && File.Exists(path))
        {
            keys.ProtectKeysWithCertificate(KeyCertificate.Load(path, state[nameof(StateOptions.KeyCertificatePassword)]));
        }

        if (state[nameof(StateOptions.FormerKeyCertificatePath)] is { } former && File.Exists(former))
        {
            keys.UnprotectKeysWithAnyCertificate(KeyCertificate.Load(former, state[nameof(StateOptions.FormerKeyCertificatePassword)]));
        }
    }

    private static void AddKeeping(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IConversations, StoredConversations>());
        services.Replace(ServiceDescriptor.Singleton<IDrafts, StoredDrafts>());
        services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            var state = provider.GetRequiredService<IOptions<StateOptions>>().Value;
            return new DraftLifetime(state.Lifetimes.Drafts, OutlastsProgram: state.Provider != StateProvider.Memory);
        }));
        services.AddSingleton<IPeople, StoredPeople>();
        services.AddSingleton<StoredJournal>();
        services.AddSingleton<IShownGuidance>(provider => provider.GetRequiredService<StoredJournal>());
        services.AddSingleton<IFeedback>(provider => provider.GetRequiredService<StoredJournal>());
        services.AddSingleton<IForgetting, Forgetting>();
        services.AddSingleton<Erasure>();
        services.AddSingleton<Sweep>();
        services.AddHostedService<Sweeper>();
    }

    private static void AddDelivery(IServiceCollection services)
    {
        services.AddSingleton<Replica>();
        services.AddSingleton<OutboxStore>();
        services.TryAddSingleton<IReplySender, ConnectorSender>();
        services.AddSingleton<DeliveryTools>();
        services.AddSingleton<Delivery>();
        services.AddHostedService(provider => provider.GetRequiredService<Delivery>());
    }

    private static void PutTurnsIntoTransactions(IServiceCollection services)
    {
        var handler = services.LastOrDefault(service => service.ServiceType == typeof(ITurnHandler))
            ?? throw new InvalidOperationException("Add the ITurnHandler before AddState: it is what is put into the transaction.");
        services.Remove(handler);
        services.AddSingleton<TurnGate>();
        services.AddSingleton<TurnStore>();
        services.AddSingleton<TurnRecords>();
        services.AddSingleton<WithoutStore>();
        services.AddSingleton<ITurnHandler>(provider => ActivatorUtilities.CreateInstance<DurableTurn>(provider, Inner(handler, provider)));
        services.Replace(ServiceDescriptor.Singleton<ISeenActivities, EveryActivity>());
    }

    private static ITurnHandler Inner(ServiceDescriptor handler, IServiceProvider provider) => handler switch
    {
        { ImplementationInstance: ITurnHandler instance } => instance,
        { ImplementationFactory: { } make } => (ITurnHandler)make(provider),
        { ImplementationType: { } type } => (ITurnHandler)ActivatorUtilities.CreateInstance(provider, type),
        _ => throw new InvalidOperationException("The ITurnHandler is registered in a way that cannot be put into a transaction."),
    };

    /// <summary>Lets everything through: whether an activity was dealt with is a question for the turn's own transaction.</summary>
    private sealed class EveryActivity : ISeenActivities
    {
        public ValueTask<bool> TryAddAsync(ActivityKey key, CancellationToken cancellationToken) => ValueTask.FromResult(true);

        public ValueTask RemoveAsync(ActivityKey key, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
