using GuidanceBot.Protocol.Authentication;
using GuidanceBot.Protocol.Connector;
using GuidanceBot.Protocol.Receiving;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Protocol;

/// <summary>Adds the Activity protocol to a program. The program adds an <see cref="ITurnHandler"/>.</summary>
public static class ProtocolServices
{
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">The whole configuration; the section <c>Bot</c> is read: <see cref="BotOptions"/>.</param>
    public static IServiceCollection AddProtocol(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotOptions>()
            .Bind(configuration.GetSection(BotOptions.Section), binding => binding.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsAttributes>();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);

        // Who may call.
        services.AddSingleton<BotHttp>();
        services.AddSingleton(provider => new ChannelKeys(
            provider.GetRequiredService<BotHttp>().Lookups,
            BotCloudAddresses.For(Options(provider)).OpenIdMetadata,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChannelKeys>>()));
        services.AddSingleton(provider => new ChannelTokens(
            Options(provider), provider.GetRequiredService<ChannelKeys>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CallerGate>();

        // What the bot asks of a channel.
        services.AddSingleton<CallRetries>();
        services.AddSingleton(provider => new BotIdentity(
            Options(provider),
            provider.GetRequiredService<BotHttp>(),
            provider.GetRequiredService<CallRetries>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<BotIdentity>>()));
        services.AddSingleton(provider => new ConnectorClient(
            provider.GetRequiredService<BotHttp>().Calls, provider.GetRequiredService<CallRetries>(), provider.GetRequiredService<BotIdentity>().Tokens));
        services.AddSingleton(provider => new FileUploads(provider.GetRequiredService<BotHttp>().Lookups));

        // One activity after the other.
        services.TryAddSingleton<ISeenActivities>(provider => new RecentActivities(Options(provider).Limits.RememberedActivities));
        services.AddSingleton(provider => new ConversationLanes(Options(provider).Limits));
        services.AddSingleton<TurnClock>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton(provider => new LocalTurns(
            provider.GetRequiredService<ITurnHandler>(),
            provider.GetRequiredService<ConversationLanes>(),
            provider.GetRequiredService<TurnClock>(),
            provider.GetRequiredService<IOptions<BotOptions>>(),
            provider.GetRequiredService<ILogger<LocalTurns>>()));
        services.AddHostedService<TurnDrain>();
        return services;
    }

    /// <summary>Maps the address that channels post activities to.</summary>
    /// <param name="endpoints">The program's endpoints.</param>
    /// <param name="pattern">The path; Teams' registrations conventionally end in <c>/api/messages</c>.</param>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages")
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        return endpoints.Map(pattern, endpoint.AcceptAsync).WithDisplayName("Bot messages");
    }

    private static BotOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<BotOptions>>().Value;
}
