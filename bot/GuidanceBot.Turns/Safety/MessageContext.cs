using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety;

/// <summary>What stands around the signs of one message: idioms, negations, suppositions, times, and who is spoken of.</summary>
internal sealed class MessageContext
{
    private const int NegationReach = 8;
    private const int ShortClause = 6;

    private readonly MessageWords _words;
    private readonly ContextWords _groups;
    private readonly Dictionary<ContextRole, List<PatternMatch<ContextRole>>> _found = [];
    private readonly bool[] _idiom;
    private readonly bool[] _notNegation;
    private readonly bool[] _notCondition;
    private readonly bool[] _partOfSign;
    private readonly Lazy<bool> _namesChild;
    private readonly Lazy<bool> _namesAdult;

    public MessageContext(
        MessageWords words, ContextWords groups, PatternIndex<ContextRole> context, IEnumerable<PatternMatch<DangerSign>> signs)
    {
        (_words, _groups) = (words, groups);
        foreach (var match in context.FindIn(words))
        {
            Found(match.Owner).Add(match);
        }

        _idiom = Covered(ContextRole.Idiom);
        _notNegation = Covered(ContextRole.NotNegation);
        _notCondition = Covered(ContextRole.NotCondition);
        _partOfSign = new bool[words.Count];
        foreach (var match in signs)
        {
            Array.Fill(_partOfSign, true, match.Start, match.End - match.Start);
        }

        _namesChild = new Lazy<bool>(() => Any(_groups.Child));
        _namesAdult = new Lazy<bool>(() => Any(_groups.Adult));
    }

    /// <summary>A turn of phrase: "baby blues", "frightened to death".</summary>
    public bool IsIdiom(PatternMatch<DangerSign> sign) => _idiom[sign.Start] || _idiom[sign.End - 1];

    /// <summary>Said not to be so: "is not blue", "no fits or fever", "fits: none".</summary>
    public bool IsDenied(PatternMatch<DangerSign> sign) => DeniedBefore(sign) || DeniedAfter(sign);

    /// <summary>Supposed or asked about in general: "if a baby chokes", "how many babies are shaken".</summary>
    public bool IsGeneral(PatternMatch<DangerSign> sign)
    {
        if (IsPresent(sign))
        {
            return false;
        }

        return Subject(sign) == SubjectOfSign.Many
            || Found(ContextRole.Condition).Any(cue => !_notCondition[cue.Start] && cue.End <= sign.Start && Governs(cue, sign))
            || Found(ContextRole.General).Any(cue => Asks(cue, sign));
    }

    /// <summary>Whether it lies back as far as <paramref name="rule"/> asks.</summary>
    public bool IsPast(PatternMatch<DangerSign> sign, PastRule rule)
    {
        if (rule == PastRule.Never || IsPresent(sign))
        {
            return false;
        }

        var cues = rule == PastRule.Recent
            ? Found(ContextRole.LongAgo).Concat(Found(ContextRole.Recent))
            : Found(ContextRole.LongAgo);
        return cues.Any(cue => SameSentence(cue, sign) && (SameClause(cue, sign) || IsShortAside(cue, sign)));
    }

    /// <summary>Of whom the sign is said: the word that governs it, else the baby the message is about.</summary>
    public SubjectOfSign Subject(PatternMatch<DangerSign> sign)
    {
        for (var at = sign.Start; at < sign.End; at++)
        {
            if (_groups.Child.Has(_words[at]))
            {
                return SubjectOfSign.Child;
            }
        }

        for (var at = sign.Start - 1; at >= 0 && _words[at].Sentence == _words[sign.Start].Sentence; at--)
        {
            var word = _words[at];
            if (_groups.Child.Has(word))
            {
                return SubjectOfSign.Child;
            }

            if (_groups.Many.Has(word))
            {
                return HasDeterminer(at) ? SubjectOfSign.Child : SubjectOfSign.Many;
            }

            if (_groups.Adult.Has(word))
            {
                return FollowsPreposition(at) ? ByMention() : SubjectOfSign.Adult;
            }

            if (_groups.Thing.Has(word))
            {
                return FollowsPreposition(at) ? ByMention() : SubjectOfSign.Thing;
            }

            if (!_groups.Linking.Has(word) && !_groups.Not.Has(word))
            {
                break;
            }
        }

        return ByMention();
    }

    private SubjectOfSign ByMention() => !_namesChild.Value && _namesAdult.Value ? SubjectOfSign.Adult : SubjectOfSign.Child;

    private bool DeniedBefore(PatternMatch<DangerSign> sign)
    {
        var (clause, crossed, or) = (_words[sign.Start].Clause, false, false);
        for (var at = sign.Start - 1; at >= Math.Max(0, sign.Start - NegationReach); at--)
        {
            var word = _words[at];
            if (word.Sentence != _words[sign.Start].Sentence || _groups.Contrast.Has(_words[at + 1]))
            {
                return false;
            }

            crossed |= word.Clause != clause;
            or |= _groups.Or.Has(word);
            if (!_notNegation[at])
            {
                if (_groups.Deny.Has(word))
                {
                    return true;
                }

                // "no" said to a question stands before a subject or a comma: "no he is blue", "no, blue".
                if (_groups.No.Has(word))
                {
                    return !_groups.Child.Has(_words[at + 1]) && !_groups.Adult.Has(_words[at + 1])
                        && (_words[at + 1].Clause == word.Clause);
                }

                if (_groups.Not.Has(word))
                {
                    return (!crossed || or) && !_partOfSign[at];
                }
            }

            if (!_groups.Linking.Has(word) && !_partOfSign[at] && !_groups.Or.Has(word) && !DeniesOnlyBeyond(at))
            {
                return false;
            }
        }

        return false;
    }

    // "denies that he shook her": a subject may stand between.
    private bool DeniesOnlyBeyond(int at) =>
        (_groups.Child.Has(_words[at]) || _groups.Adult.Has(_words[at]))
        && at > 0 && (_groups.Deny.Has(_words[at - 1]) || (at > 1 && _groups.Deny.Has(_words[at - 2])));

    private bool DeniedAfter(PatternMatch<DangerSign> sign)
    {
        if (sign.End >= _words.Count)
        {
            return false;
        }

        var next = _words[sign.End];
        var ends = sign.End + 1 >= _words.Count || _words[sign.End + 1].Clause != next.Clause;
        return _groups.NoneAfter.Has(next) && ends && next.Sentence <= _words[sign.Start].Sentence + 1;
    }

    private bool IsPresent(PatternMatch<DangerSign> sign) =>
        Found(ContextRole.Present).Any(cue => SameSentence(cue, sign) && !_idiom[cue.Start]);

    // A condition reaches to the end of its sentence, unless a contrast ends it.
    private bool Governs(PatternMatch<ContextRole> cue, PatternMatch<DangerSign> sign)
    {
        if (!SameSentence(cue, sign))
        {
            return false;
        }

        for (var at = cue.End; at < sign.Start; at++)
        {
            if (_groups.Contrast.Has(_words[at]))
            {
                return false;
            }
        }

        return true;
    }

    // A question for knowledge covers its sentence, except what is asserted in it.
    private bool Asks(PatternMatch<ContextRole> cue, PatternMatch<DangerSign> sign)
    {
        if (!SameSentence(cue, sign) || (cue.Start > sign.Start && !SameClause(cue, sign)))
        {
            return false;
        }

        return !Found(ContextRole.Assertion).Any(claim =>
            SameSentence(claim, sign)
            && (claim.Start >= cue.End || claim.End <= cue.Start)
            && claim.Start <= sign.Start + 1
            && (claim.Start == 0 || !_groups.Unassertive.Has(_words[claim.Start - 1]) || _words[claim.Start - 1].Clause != _words[claim.Start].Clause));
    }

    // "In March, he had a fit": a few words before or after, set off by a comma.
    private bool IsShortAside(PatternMatch<ContextRole> cue, PatternMatch<DangerSign> sign)
    {
        var aside = _words[cue.Start].Clause;
        if (Math.Abs(aside - _words[sign.Start].Clause) != 1)
        {
            return false;
        }

        var (first, last) = (cue.Start, cue.Start);
        while (first > 0 && _words[first - 1].Clause == aside)
        {
            first--;
        }

        while (last + 1 < _words.Count && _words[last + 1].Clause == aside)
        {
            last++;
        }

        return last - first < ShortClause && !_partOfSign[first..(last + 1)].Contains(true);
    }

    private bool HasDeterminer(int at) => at > 0 && _groups.Determiner.Has(_words[at - 1]);

    private bool FollowsPreposition(int at)
    {
        for (var back = at - 1; back >= Math.Max(0, at - 3) && _words[back].Sentence == _words[at].Sentence; back--)
        {
            if (_groups.Preposition.Has(_words[back]))
            {
                return true;
            }
        }

        return false;
    }

    private bool SameSentence(PatternMatch<ContextRole> cue, PatternMatch<DangerSign> sign) =>
        _words[cue.Start].Sentence == _words[sign.Start].Sentence;

    private bool SameClause(PatternMatch<ContextRole> cue, PatternMatch<DangerSign> sign) =>
        _words[cue.Start].Clause == _words[sign.Start].Clause || _words[cue.Start].Clause == _words[sign.End - 1].Clause;

    private bool Any(WordGroup group)
    {
        for (var at = 0; at < _words.Count; at++)
        {
            if (group.Has(_words[at]))
            {
                return true;
            }
        }

        return false;
    }

    private List<PatternMatch<ContextRole>> Found(ContextRole role)
    {
        if (!_found.TryGetValue(role, out var matches))
        {
            _found.Add(role, matches = []);
        }

        return matches;
    }

    private bool[] Covered(ContextRole role)
    {
        var covered = new bool[_words.Count];
        foreach (var match in Found(role))
        {
            Array.Fill(covered, true, match.Start, match.End - match.Start);
        }

        return covered;
    }
}

/// <summary>What a pattern of the context says.</summary>
internal enum ContextRole
{
    Idiom,
    NotNegation,
    NotCondition,
    Condition,
    General,
    Assertion,
    Present,
    LongAgo,
    Recent,
}

internal enum SubjectOfSign
{
    Child,
    Adult,
    Thing,

    /// <summary>Babies in general.</summary>
    Many,
}
