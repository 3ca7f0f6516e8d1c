using GuidanceBot.State.Secrets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Outbox;

/// <summary>What every lane needs.</summary>
internal sealed class DeliveryTools(
    OutboxStore store, IReplySender sender, Seal seal, Replica replica, StateMeter meter, IOptions<StateOptions> options, TimeProvider time,
    ILogger<Delivery> logger)
{
    public OutboxStore Store => store;

    public IReplySender Sender => sender;

    public Seal Seal => seal;

    public Replica Replica => replica;

    public StateMeter Meter => meter;

    public OutboxOptions Options => options.Value.Outbox;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>Bounds how many calls to channels are under way.</summary>
    public SendingPlaces Sending { get; } = new(options.Value.Outbox.MaxSending);
}
