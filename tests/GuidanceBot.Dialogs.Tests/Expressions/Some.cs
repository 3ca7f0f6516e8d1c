using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Expressions;

/// <summary>What a test of expressions is not about.</summary>
internal static class Some
{
    public static ObjectMemory Memory() => new(LenientJson.Parse(
        """
        {
          one: 1, two: 2.0, hello: 'hello', yes: true, no: false, nothing: null, emptyList: [], emptyObject: {},
          user: { name: 'Ada', age: 36, income: 100.1, lists: { todo: ['a', 'b', 'c'] }, listType: 'todo' },
          items: [{ n: 1 }, { n: 2 }, { n: 3 }], names: ['zero', 'one', 'two'],
          bag: { three: 3.0, index: 3, list: ['red', 'blue'], name: 'mybag' },
          'a:b': 'ab', '$x': 'dollar', '@city': 'Derby', '@@city': ['Derby'], '#greet': true, '%title': 'percent', '~c': 'tilde',
        }
        """));
}
