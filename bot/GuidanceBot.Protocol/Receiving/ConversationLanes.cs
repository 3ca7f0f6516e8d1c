using System.Collections.Concurrent;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>Lets the turns of a conversation run one at a time, in the order they came, and those of different conversations at once.</summary>
internal sealed class ConversationLanes(BotLimits limits)
{
    private readonly ConcurrentDictionary<ConversationKey, Lane> _lanes = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _turns;
    private volatile bool _closed;

    /// <summary>How many conversations have a turn that runs or waits.</summary>
    public int Busy => _lanes.Count;

    /// <summary>Takes a turn on, to run when those before it in its conversation are done.</summary>
    public Admission TryAdd(ConversationKey key, Turn turn)
    {
        var turns = Interlocked.Increment(ref _turns);
        if (_closed || turns > limits.MaxTurns)
        {
            return Release(_closed ? Admission.Closing : Admission.Full);
        }

        while (true)
        {
            var lane = _lanes.GetOrAdd(key, static (conversation, lanes) => new Lane(lanes, conversation), this);
            switch (lane.TryAdd(turn, limits.MaxWaitingPerConversation))
            {
                case Lane.Added.First:
                    turn.Lane = lane;
                    return Admission.Now;
                case Lane.Added.Waiting:
                    return Admission.Waiting;
                case Lane.Added.TooMany:
                    return Release(Admission.ConversationFull);
                case Lane.Added.Gone:
                    break;      // it emptied in this moment: take a new one
            }
        }
    }

    /// <summary>Takes no more turns on, and waits for those taken on.</summary>
    public Task CloseAsync()
    {
        _closed = true;
        if (Volatile.Read(ref _turns) == 0)
        {
            _empty.TrySetResult();
        }

        return _empty.Task;
    }

    private Admission Release(Admission admission)
    {
        if (Interlocked.Decrement(ref _turns) == 0 && _closed)
        {
            _empty.TrySetResult();
        }

        return admission;
    }

    /// <summary>One conversation's turns. Exists while there are any.</summary>
    internal sealed class Lane(ConversationLanes lanes, ConversationKey key) : IThreadPoolWorkItem
    {
        private Queue<Turn>? _waiting;
        private Turn? _next;
        private bool _busy;
        private bool _gone;

        internal enum Added
        {
            First,
            Waiting,
            TooMany,
            Gone,
        }

        public Added TryAdd(Turn turn, int mostWaiting)
        {
            lock (this)
            {
                if (_gone)
                {
                    return Added.Gone;
                }

                if (!_busy)
                {
                    _busy = true;
                    return Added.First;
                }

                _waiting ??= new Queue<Turn>();
                if (_waiting.Count >= mostWaiting)
                {
                    return Added.TooMany;
                }

                _waiting.Enqueue(turn);
                return Added.Waiting;
            }
        }

        /// <summary>Runs this turn, now, and leaves those behind it to the thread pool.</summary>
        public async Task RunFirstAsync(Turn turn)
        {
            await turn.RunAsync();
            if (Next() is { } next)
            {
                RunSoon(next);
            }
        }

        /// <summary>Runs this turn and those behind it on the thread pool.</summary>
        public void RunSoon(Turn turn)
        {
            _next = turn;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        // Turn.RunAsync lets no exception through, so nothing is lost by not awaiting.
        void IThreadPoolWorkItem.Execute() => _ = RunAllAsync();

        private async Task RunAllAsync()
        {
            for (var turn = _next; turn is not null; turn = Next())
            {
                await turn.RunAsync();
            }
        }

        private Turn? Next()
        {
            Turn? next = null;
            lock (this)
            {
                if (_waiting is null || !_waiting.TryDequeue(out next))
                {
                    _gone = true;
                }
            }

            if (next is null)
            {
                lanes._lanes.TryRemove(KeyValuePair.Create(key, this));
            }

            lanes.Release(default);
            return next;
        }
    }
}

/// <summary>Whether a turn was taken on.</summary>
internal enum Admission
{
    /// <summary>Nothing is before it: run it with its lane.</summary>
    Now,

    /// <summary>Others are before it: its lane runs it.</summary>
    Waiting,

    /// <summary>Too many wait in this conversation.</summary>
    ConversationFull,

    /// <summary>Too many turns in all.</summary>
    Full,

    /// <summary>The program is about to end.</summary>
    Closing,
}

/// <summary>A conversation of a channel; compared ordinally.</summary>
internal readonly record struct ConversationKey(string ChannelId, string ConversationId);
