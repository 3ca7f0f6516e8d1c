namespace GuidanceBot.Turns.Safety.PersonalData;

/// <summary>The check digit of an NHS number (NHS Data Dictionary: weights 10 to 2, modulus 11).</summary>
internal static class NhsNumber
{
    public static bool Fits(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(c => c - '0').ToArray();
        if (digits.Length != 10 || digits.Distinct().Count() == 1)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += digits[i] * (10 - i);
        }

        return (11 - (sum % 11)) % 11 == digits[9];
    }
}
