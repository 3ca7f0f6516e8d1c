using GuidanceBot.Turns.Keeping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidanceBot.Turns.Drafts;

/// <summary>What saving for another day is made of. A store puts its own drafts and lifetime in place of those in memory.</summary>
internal static class DraftServices
{
    public static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        services.TryAddSingleton<IDrafts, DraftsInMemory>();
        services.TryAddSingleton(new DraftLifetime(TimeSpan.FromDays(7), OutlastsProgram: false));
        return services
            .AddSingleton<DraftWords>()
            .AddSingleton<DraftKeeping>()
            .AddSingleton<DraftSentences>()
            .AddSingleton<DraftFollowUp>();
    }
}
