using System.Diagnostics.CodeAnalysis;

namespace GuidanceBot.State.Outbox;

/// <summary>How many replies may be between "being sent" and "recorded as delivered": one at first, and with each that succeeds one more.</summary>
/// <remarks>
/// A program that has just started is slow, and takes over what another left: were it killed in that moment, all that it has begun to
/// send would be sent again. So it begins with one, as a connection does that does not know its way yet.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds no handle, and a call to a channel may outlive the program's services.")]
internal sealed class SendingPlaces(int most)
{
    private readonly SemaphoreSlim _places = new(1);
    private int _granted = 1;

    public Task EnterAsync(CancellationToken cancellationToken) => _places.WaitAsync(cancellationToken);

    /// <param name="recorded">The reply was taken and that is recorded.</param>
    public void Leave(bool recorded)
    {
        if (recorded && Volatile.Read(ref _granted) < most && Interlocked.Increment(ref _granted) <= most)
        {
            _places.Release();
        }

        _places.Release();
    }
}
