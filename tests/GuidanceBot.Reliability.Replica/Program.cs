using GuidanceBot.Protocol;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Reliability.Replica;
using GuidanceBot.State;
using GuidanceBot.Turns.Keeping;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services
    .AddSingleton<TimeProvider>(new WrongClock(TimeSpan.FromMinutes(builder.Configuration.GetValue("ClockOffMinutes", 0))))
    .AddProtocol(builder.Configuration)
    .AddSingleton<ITurnHandler, Pathway>()
    .AddSingleton<IRefusals, Refusals>()
    .AddState(builder.Configuration);

var app = builder.Build();
app.MapBotMessages();
app.MapHealthChecks("/healthz");
await app.RunAsync();
