using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Values;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Dialogs.Tests.Expressions;

/// <summary>Every function with what it gives, as JSON. A function without a row fails.</summary>
public sealed class FunctionTableTests
{
    private static readonly EvaluationOptions Options = new()
    {
        Clock = new FakeTimeProvider(new DateTimeOffset(2024, 5, 15, 10, 20, 30, TimeSpan.Zero)),
        Random = new Random(7),
    };

    public static TheoryData<string, string> Rows => new()
    {
        // conditions
        { "and(true, 1, 'x')", "true" }, { "and(true, false)", "false" }, { "and(1, 1/0)", "false" },
        { "or(false, null, 0)", "true" }, { "or(false, 1/0)", "false" },
        { "not(null)", "true" }, { "not(0)", "false" }, { "not(1/0)", "true" },
        { "if(missing, 1, 2)", "2" }, { "if(0, 1, 2)", "1" }, { "if(hello * 5 == 2, 1, 2)", "2" },
        { "exists(one)", "true" }, { "exists(missing.x)", "false" }, { "exists(1/0)", "false" },
        { "bool(0)", "false" }, { "bool(2)", "true" }, { "bool(null)", "false" }, { "bool('false')", "false" }, { "bool('no')", "true" }, { "bool(false)", "false" },
        { "equals(1, 1.0)", "true" }, { "equals('a', 'A')", "false" }, { "equals([1, {a: 2}], [1, {a: 2}])", "true" }, { "equals([], {})", "false" },
        { "notEquals(1, 2)", "true" },
        { "less(1, 2)", "true" }, { "less('abc', 'xyz')", "true" }, { "less(null, 1)", "false" }, { "less(false, true)", "true" },
        { "lessOrEquals(2, 2)", "true" }, { "greater(2, 1.5)", "true" }, { "greaterOrEquals(1, 2)", "false" },
        { "coalesce(null, missing, 'x')", "'x'" }, { "coalesce(null)", "null" },
        { "ignore(true)", "true" }, { "optional(false)", "false" },

        // sums
        { "add(1, 2, 3)", "6" }, { "add(1, 0.5)", "1.5" }, { "add('a', 1)", "'a1'" },
        { "sub(5, 2, 1)", "2" }, { "mul(2, 3, 4)", "24" }, { "div(5, 2)", "2" }, { "div(5.0, 2)", "2.5" }, { "mod(5, 3)", "2" },
        { "exp(2, 10)", "1024.0" }, { "min(3, 1, 2)", "1" }, { "max([1, 2], 1.5)", "2.0" }, { "max(5)", "5" },
        { "sum([1, 2, 3])", "6" }, { "sum([1, 0.5])", "1.5" }, { "average([1, 2])", "1.5" },
        { "abs(-3)", "3" }, { "abs(-2.5)", "2.5" }, { "sqrt(9)", "3.0" }, { "floor(3.51)", "3.0" }, { "ceiling(3.51)", "4.0" },
        { "round(3.51)", "4.0" }, { "round(3.12134, 3)", "3.121" }, { "rand(4, 5)", "4" }, { "range(-1, 3)", "[-1,0,1]" },

        // text
        { "length('hello')", "5" }, { "length(null)", "0" }, { "length(concat('[]', 'abc'))", "5" },
        { "concat('a', null, 1, true)", "'a1True'" }, { "concat([1], null, [2])", "[1,2]" }, { "concat(null, null)", "null" },
        { "replace('hello', 'l', 'k')", "'hekko'" }, { "replace('hello', 'L', 'k')", "'hello'" }, { "replace('hello', 'l', null)", "'heo'" },
        { "replaceIgnoreCase('hello', 'L', 'k')", "'hekko'" },
        { "split('a,b', ',')", "['a','b']" }, { "split('ab')", "['a','b']" }, { "split('', '')", "[]" }, { "split(null, 'e')", "['']" },
        { "substring('hello', 3)", "'lo'" }, { "substring('hello', 1, 2)", "'el'" }, { "substring(null, 3)", "''" },
        { "toLower('ABC')", "'abc'" }, { "toUpper('abc', 'en-US')", "'ABC'" }, { "sentenceCase('aBC')", "'Abc'" }, { "titleCase('abc dEF')", "'Abc Def'" },
        { "trim('  a ')", "'a'" }, { "trim(null)", "''" }, { "startsWith('hello', 'he')", "true" }, { "endsWith('hello', null)", "true" },
        { "countWord(' a  b c')", "3" }, { "addOrdinal(11)", "'11th'" }, { "addOrdinal(22)", "'22nd'" }, { "addOrdinal(101)", "'101st'" }, { "addOrdinal(-1)", "'-1'" },
        { "length(newGuid())", "36" }, { "EOL() == `\n`", Environment.NewLine == "\n" ? "true" : "false" },
        { "indexOf('hello', 'l')", "2" }, { "indexOf([1, 'a'], 'a')", "1" }, { "indexOf('a', 'b')", "-1" }, { "indexOf(null, '-')", "-1" },
        { "lastIndexOf('hello', 'l')", "3" }, { "lastIndexOf('hello', null)", "4" }, { "lastIndexOf([1, 2, 1], 1)", "2" },

        // lists
        { "createArray()", "[]" }, { "createArray(1, 'a')", "[1,'a']" },
        { "count('abc')", "3" }, { "count([1, 2])", "2" }, { "count({a: 1})", "1" }, { "count(null)", "0" }, { "count(binary('abc'))", "3" },
        { "contains('hello', 'ell')", "true" }, { "contains([1, 2], 2)", "true" }, { "contains({a: 1}, 'A')", "true" }, { "contains(null, 'a')", "false" },
        { "empty('')", "true" }, { "empty(null)", "true" }, { "empty([1])", "false" }, { "empty({})", "true" }, { "empty(0)", "false" },
        { "first('abc')", "'a'" }, { "first([])", "null" }, { "first(1)", "null" }, { "last([1, 2])", "2" }, { "last('abc')", "'c'" },
        { "join(['a', 'b', 'c'], ', ')", "'a, b, c'" }, { "join(['a', 'b', 'c'], ', ', ' and ')", "'a, b and c'" }, { "join(['a', 'b'], ', ', ' and ')", "'a and b'" },
        { "foreach(items, x, x.n * 2)", "[2,4,6]" }, { "foreach(items, x => x.n)", "[1,2,3]" }, { "foreach({a: 1, b: 2}, p, p.key)", "['a','b']" },
        { "foreach([[1, 2], [3]], x, count(select(x, y, y + count(x))))", "[2,1]" },
        { "select(items, x, x.n)", "[1,2,3]" },
        { "where(items, x, x.n > 1)[0].n", "2" }, { "where({a: 1, b: 2}, p, p.value == 2)", "{'b':2}" }, { "where([1, 'a'], x, x > 0)", "[1]" },
        { "any(items, x, x.n == 2)", "true" }, { "any([], x, true)", "false" }, { "all(items, x, x.n < 3)", "false" }, { "all([], x, false)", "true" },
        { "union([1, 2], [2, 3])", "[1,2,3]" }, { "intersection([1, 2], [2, 3])", "[2]" }, { "unique([1, 5, 1.0])", "[1,5]" },
        { "reverse('abc')", "'cba'" }, { "reverse([1, 2])", "[2,1]" }, { "skip([1, 2, 3], 2)", "[3]" }, { "skip([1], -1)", "[1]" },
        { "take([1, 2, 3], 2)", "[1,2]" }, { "take('hello', 10)", "'hello'" }, { "take('hello', -1)", "''" }, { "subArray([1, 2, 3, 4], 1, 3)", "[2,3]" }, { "subArray([1, 2], 1)", "[2]" },
        { "sortBy(['b', 'a'])", "['a','b']" }, { "sortBy(items, 'n')[0].n", "1" }, { "sortByDescending(items, 'n')[0].n", "3" },
        { "indicesAndValues(['a'])", "[{'index':0,'value':'a'}]" }, { "indicesAndValues({a: 1})", "[{'index':'a','value':1}]" },
        { "flatten([1, [2, [3]]])", "[1,2,3]" }, { "flatten([1, [2, [3]]], 1)", "[1,2,[3]]" },

        // conversions
        { "int('10')", "10" }, { "int(2.5)", "2" }, { "int(null)", "0" }, { "float('10.333')", "10.333" }, { "float(1)", "1.0" },
        { "string(1.5)", "'1.5'" }, { "string(1.5, 'fr-FR')", "'1,5'" }, { "string(true)", "'true'" }, { "string({four: 4.0})", "'{\"four\":4.0}'" }, { "string(null)", "'null'" },
        { "binary('AB')", "'QUI='" }, { "base64('hello')", "'aGVsbG8='" }, { "base64ToBinary('QUI=')", "'QUI='" }, { "base64ToString('aGVsbG8=')", "'hello'" },
        { "dataUri('hello')", "'data:text/plain;charset=utf-8;base64,aGVsbG8='" }, { "dataUriToString(dataUri('hello'))", "'hello'" }, { "count(dataUriToBinary('abc'))", "3" },
        { "uriComponent('http://contoso.com')", "'http%3A%2F%2Fcontoso.com'" }, { "uriComponentToString('http%3A%2F%2Fcontoso.com')", "'http://contoso.com'" },
        { "formatNumber(12000.3, 2)", "'12,000.30'" }, { "formatNumber(1.551, 2, 'en-US')", "'1.55'" },
        { "json('{\"a\": [1, 2.0]}')", "{'a':[1,2.0]}" }, { "json(\"{'a': 'b',}\").a", "'b'" },
        { "jsonStringify({a: 'b'})", "'{\"a\":\"b\"}'" }, { "jsonStringify(null)", "'null'" },
        { "xml('{\"a\": {\"b\": \"c\"}}') == `<root type=\"object\">\n  <a type=\"object\">\n    <b type=\"string\">c</b>\n  </a>\n</root>`", Environment.NewLine == "\n" ? "true" : "false" },
        { "stringOrValue('${one}')", "1" }, { "stringOrValue('${one} item')", "'1 item'" },

        // objects
        { "getProperty(user, concat('na', 'me'))", "'Ada'" }, { "getProperty('a:b')", "'ab'" }, { "getProperty('user.name')", "'Ada'" }, { "getProperty(null, 'x')", "null" },
        { "setProperty({a: 1}, 'a', 2)", "{'a':2}" }, { "addProperty({a: 1}, 'b', 2)", "{'a':1,'b':2}" }, { "removeProperty({a: 1, b: 2}, 'a')", "{'b':2}" },
        { "merge({a: {x: 1}, l: [1]}, {a: {y: 2}, l: [2]})", "{'a':{'x':1,'y':2},'l':[2]}" },
        { "setPathToValue(user.pets[0].name, 'Rex') + user.pets[0].name", "'RexRex'" },
        { "jPath(items, '$[1].n')", "2" }, { "jPath(items, '$[?(@.n >= 2)].n')", "[2,3]" }, { "jPath('{\"a\":{\"b\":[1,2,3]}}', '$..b[0:2]')", "[1,2]" }, { "jPath({a: 1, b: 2}, \"['a','b']\")", "[1,2]" },
        { "xPath('<r><i>1</i><i>2</i></r>', '/r/i')", "['<i>1</i>','<i>2</i>']" }, { "xPath('<r><i>1</i><i>2</i></r>', 'sum(/r/i)')", "3.0" },

        // dates
        { "addDays('2018-03-15T13:00:00.000Z', 1)", "'2018-03-16T13:00:00.000Z'" }, { "addDays('2018-03-15T13:00:00.000Z', 1, 'MM-dd-yy')", "'03-16-18'" },
        { "addDays('2018-03-15T13:00:00.000Z', 1, 'D', 'fr-FR')", "'vendredi 16 mars 2018'" },
        { "addHours('2018-03-15T13:00:00.000Z', -1)", "'2018-03-15T12:00:00.000Z'" }, { "addMinutes('2018-03-15T13:00:00.000Z', 1)", "'2018-03-15T13:01:00.000Z'" },
        { "addSeconds('2018-03-15T13:00:00.000Z', 1)", "'2018-03-15T13:00:01.000Z'" }, { "addToTime('2018-01-01T00:00:00.000Z', 1, 'Week')", "'2018-01-08T00:00:00.000Z'" },
        { "subtractFromTime('2018-03-31T13:00:00.000Z', 1, 'Month')", "'2018-02-28T13:00:00.000Z'" },
        { "getFutureTime(1, 'Year')", "'2025-05-15T10:20:30.000Z'" }, { "getPastTime(2, 'Day', 'MM-dd')", "'05-13'" },
        { "startOfDay('2018-03-15T13:30:30.000Z')", "'2018-03-15T00:00:00.000Z'" }, { "startOfHour('2018-03-15T13:30:30.000Z')", "'2018-03-15T13:00:00.000Z'" }, { "startOfMonth('2018-03-15T13:30:30.000Z')", "'2018-03-01T00:00:00.000Z'" },
        { "dayOfMonth('2018-03-15T13:00:00.000Z')", "15" }, { "dayOfWeek('2018-03-15T13:00:00.000Z')", "4" }, { "dayOfYear('2018-03-15T13:00:00.000Z')", "74" },
        { "month('2018-03-15T13:00:00.000Z')", "3" }, { "year('2018-03-15T13:00:00.000Z')", "2018" }, { "date('2018-03-15T13:00:00.000Z')", "'3/15/2018'" },
        { "ticks('2018-01-01T08:00:00.000Z')", "636503904000000000" }, { "dateTimeDiff('2019-01-01T08:00:00.000Z', '2018-01-01T08:00:00.000Z')", "315360000000000" },
        { "ticksToDays(864000000000)", "1.0" }, { "ticksToHours(864000000000)", "24.0" }, { "ticksToMinutes(600000000)", "1.0" },
        { "getTimeOfDay('2018-03-15T00:00:00.000Z')", "'midnight'" }, { "getTimeOfDay('2018-03-15T12:00:00.000Z')", "'noon'" }, { "getTimeOfDay('2018-03-15T22:00:00.000Z')", "'evening'" }, { "getTimeOfDay('2018-03-15T23:00:00.000Z')", "'night'" },
        { "utcNow()", "'2024-05-15T10:20:30.000Z'" }, { "utcNow('yyyy')", "'2024'" },
        { "formatDateTime('2018-03-15')", "'2018-03-15T00:00:00.000Z'" }, { "formatDateTime('2018/03/15 13:00:00', 'D')", "'Thursday, March 15, 2018'" },
        { "formatEpoch(1521118800.5)", "'2018-03-15T13:00:00.500Z'" }, { "formatTicks(637243624200000000)", "'2020-05-06T11:47:00.000Z'" },
        { "convertFromUTC('2018-01-02T02:00:00.000Z', 'Pacific Standard Time')", "'2018-01-01T18:00:00.0000000'" }, { "convertToUTC('01/01/2018 00:00:00', 'America/Los_Angeles')", "'2018-01-01T08:00:00.000Z'" },
        { "dateReadBack('2018-03-15T13:00:00.000Z', '2018-03-16T01:00:00.000Z')", "'tomorrow'" }, { "dateReadBack('2018-03-15T13:00:00.000Z', '2018-03-20T01:00:00.000Z')", "'next Tuesday'" }, { "dateReadBack('2018-03-15T13:00:00.000Z', '2018-06-01T01:00:00.000Z')", "'1st June 2018'" },

        // TIMEX
        { "isDefinite('2012-12-21')", "true" }, { "isDefinite('XXXX-12-21')", "false" }, { "isDefinite('helloworld')", "false" }, { "isTime('2020-02-20T07:30')", "true" }, { "isTime('2020-02-20')", "false" },
        { "isDuration('PT30M')", "true" }, { "isDuration('2012-12-21T12:30')", "false" }, { "isDate('2012-12-21T12:30')", "true" }, { "isDate('XXXX-WXX-4')", "true" }, { "isDate('PT30M')", "false" },
        { "isTimeRange('TMO')", "true" }, { "isTimeRange('PT30M')", "false" }, { "isDateRange('2012-02')", "true" }, { "isDateRange('PT30M')", "false" }, { "isPresent('PRESENT_REF')", "true" }, { "isPresent('PT30M')", "false" },
        { "getNextViableDate('XXXX-05-15')", "'2024-05-15'" }, { "getNextViableDate('XXXX-02-29')", "'2028-02-29'" }, { "getPreviousViableDate('XXXX-05-15')", "'2023-05-15'" }, { "getPreviousViableDate('XXXX-02-29', 'Europe/London')", "'2024-02-29'" },
        { "getNextViableTime('TXX:40:20')", "'T10:40:20'" }, { "getNextViableTime('TXX:05:10', 'Asia/Tokyo')", "'T20:05:10'" }, { "getPreviousViableTime('TXX:40:20')", "'T09:40:20'" },
        { "resolve('T14:20')", "'14:20:00'" }, { "resolve('2020-12-20T14')", "'2020-12-20 14:00:00'" }, { "resolve('2020-12-20')", "'2020-12-20'" },

        // kinds, addresses
        { "isString('a')", "true" }, { "isString(null)", "false" }, { "isInteger(1)", "true" }, { "isInteger(1.0)", "false" }, { "isFloat(1.5)", "true" }, { "isBoolean(1 > 2)", "true" },
        { "isArray([])", "true" }, { "isObject({})", "true" }, { "isObject([])", "false" }, { "isDateTime('2018-03-15T13:00:00.000Z')", "true" }, { "isDateTime('2018')", "false" },
        { "isMatch('abc', '^[ab]+$')", "false" }, { "isMatch('FUTURE', '(?i)fortune|future')", "true" }, { "isMatch('aa', '(a)\\\\1')", "true" },
        { "uriHost('https://www.localhost.com:8080')", "'www.localhost.com'" }, { "uriPath('http://a.com/b/c.htm?d=e')", "'/b/c.htm'" }, { "uriPathAndQuery('http://a.com/b?d=e')", "'/b?d=e'" },
        { "uriPort('http://www.localhost:8080')", "8080" }, { "uriQuery('http://a.com/b?d=e')", "'?d=e'" }, { "uriScheme('http://a.com')", "'http'" },
    };

    /// <summary>Calls that cannot succeed, and a word of why.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { "length(one)", "string" }, { "replace('hi', one, 'k')", "string" }, { "replace('hi', '', 'k')", "empty" }, { "split(one, 'l')", "string" },
        { "substring('hello', 10)", "5 characters" }, { "substring('hello', 0, 10)", "5 characters" }, { "toLower(one)", "string" }, { "toLower('a', one)", "locale" },
        { "addOrdinal(122332132123123123)", "32-bit" }, { "indexOf(one, 'a')", "list" }, { "less(one, 'a')", "compared" }, { "less({}, [])", "compared" },
        { "float('hello')", "hello" }, { "int('hello')", "hello" }, { "base64ToString('###')", "base" }, { "formatNumber(1, 2.0)", "integer" }, { "formatNumber(1, 2, 'not a locale')", "locale" },
        { "1/0", "divided" }, { "mod(1, 0)", "divided" }, { "mod(5.5, 2)", "integer" }, { "one + missing", "null" }, { "one * hello + missing * 2", "number" },
        { "rand(7, 6)", "more" }, { "range(1, 0)", "more than 0" }, { "round(1.2, 16)", "15" }, { "sum(['a'])", "number" }, { "max('a')", "number" },
        { "addDays('errortime', 1)", "time" }, { "addDays('2018/03/15 13:00:00', 1)", "time" }, { "addToTime('2018-03-15T13:00:00.000Z', 1, 'yeas')", "Second" }, { "convertFromUTC('2018-01-02T02:00:00.000Z', 'Nowhere Time')", "zone" },
        { "getNextViableDate('2020-10-31')", "TIMEX" }, { "getNextViableDate('XXXX-02-30')", "no day" }, { "resolve('PT30M')", "time" }, { "isDate(1)", "TIMEX" },
        { "json('{a')", "JSON" }, { "jPath({}, 'a')", "found" }, { "jPath({}, '[')", "path" }, { "jPath([1], '$[?(@.a +)]')", "not expected" }, { "xPath('<a', '/a')", "" }, { "xPath('<!DOCTYPE a []><a/>', '/a')", "DTD" }, { "uriHost('relative')", "address" },
        { "foreach(one, x, x)", "list" }, { "join(one, ',')", "list" }, { "first([1])[3][1]", "list" }, { "items[10]", "outside" }, { "items[1.5]", "index" }, { "one[0]", "list" },
        { "addProperty({a: 1}, 'a', 2)", "already" }, { "merge(1, {})", "object" }, { "isMatch('a', '[')", "" }, { "stringOrValue(one)", "string" }, { "stringOrValue('${')", "" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_function_gives_what_the_table_says(string expression, string expected)
    {
        var value = Expression.Parse(expression).Evaluate(Some.Memory(), Options);

        Assert.Equal(ValueText.Json(LenientJson.Parse(expected)), ValueText.Json(value));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_expression_printed_and_parsed_again_gives_the_same(string expression, string expected)
    {
        var printed = Expression.Parse(Expression.Parse(expression).ToString());

        Assert.Equal(ValueText.Json(LenientJson.Parse(expected)), ValueText.Json(printed.Evaluate(Some.Memory(), Options)));
        Assert.Equal(printed.ToString(), Expression.Parse(printed.ToString()).ToString());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_call_that_cannot_succeed_says_why(string expression, string because)
    {
        var fault = Assert.Throws<ExpressionException>(() => Expression.Parse(expression).Evaluate(Some.Memory(), Options));

        Assert.Contains(because, fault.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_function_has_a_row()
    {
        var rows = string.Join('\n', Rows.Select(row => row.Data.Item1));

        var without = FunctionTable.BuiltIn.Names.Where(name => !rows.Contains(name + "(", StringComparison.Ordinal));

        Assert.Empty(without);
    }
}
