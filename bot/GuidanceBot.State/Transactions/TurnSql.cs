using System.Globalization;
using System.Text;

namespace GuidanceBot.State.Transactions;

/// <summary>The statements that write a turn, sent together. The first returns the conversation's row, or nothing when another was faster.</summary>
/// <remarks>
/// The others write only if the first did: they ask for the version that it has just set. So when it did not, nothing is written
/// even before the transaction is taken back.
/// </remarks>
internal static class TurnSql
{
    private const string Returning = " RETURNING enqueued, delivered, delivering_by;";

    private const string Insert =
        """
        INSERT INTO conversations (key, person, state, address, address_digest, version, enqueued, delivered, delivering_by, used_at)
        VALUES (@key, @person, @state, @address, @digest, @version, @replies, 0, @taker, @now)
        ON CONFLICT (key) DO NOTHING
        """;

    private const string Update =
        """
        UPDATE conversations SET person = COALESCE(@person, person), state = COALESCE(@state, state), address = COALESCE(@address, address),
          address_digest = COALESCE(@digest, address_digest), version = @version, enqueued = enqueued + @replies,
          delivering_by = COALESCE(delivering_by, @taker), used_at = @now
        WHERE key = @key AND version = @read
        """;

    private const string Clear =
        """
        UPDATE conversations SET person = NULL, state = NULL, address = NULL, address_digest = NULL, version = @version,
          enqueued = enqueued + @replies, delivering_by = COALESCE(delivering_by, @taker), used_at = @now
        WHERE key = @key AND version = @read
        """;

    private const string Done =
        """
        INSERT INTO activities (key, conversation, answer, at)
        SELECT @activity, @of, @answer, @now FROM conversations WHERE key = @key AND version = @version;
        """;

    public static string Of(TurnUnit unit, int replies)
    {
        var sql = new StringBuilder(1024)
            .Append(unit.Loaded.Version == 0 ? Insert : unit.Forgets ? Clear : Update).Append(Returning);
        for (var i = 0; i < replies; i++)
        {
            sql.Append(CultureInfo.InvariantCulture,
                $"INSERT INTO outbox (conversation, number, payload, tries, at) SELECT @key, enqueued - @replies + {i + 1}, @{Reply(i)}, 0, @now FROM conversations WHERE key = @key AND version = @version;");
        }

        return unit.Keys.Activity is null ? sql.ToString() : sql.Append(Done).ToString();
    }

    public static string Reply(int i) => string.Create(CultureInfo.InvariantCulture, $"reply{i}");
}
