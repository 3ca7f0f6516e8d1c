using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Turns.Exports;

/// <summary>What hands over a guided conversation is made of.</summary>
internal static class ExportServices
{
    public static IServiceCollection AddExports(this IServiceCollection services, string dialogs) => services
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<PathwayDefinitions>(provider, dialogs))
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<PathwayWords>(provider, dialogs))
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<SourceTitles>(provider, dialogs))
        .AddSingleton<SummaryMaker>()
        .AddSingleton<SummaryPaper>()
        .AddSingleton<LeafletMaker>()
        .AddSingleton<ExportFiles>()
        .AddSingleton<HandedOver>()
        .AddSingleton<ExportWords>()
        .AddSingleton<ExportOffer>();
}
