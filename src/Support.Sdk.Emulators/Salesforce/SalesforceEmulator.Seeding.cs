using System.Globalization;

namespace Support.Sdk.Emulators.Salesforce;

public sealed partial class SalesforceEmulator
{
    /// <summary>The user the org began with; <see cref="AddRecord"/> acts as it.</summary>
    public SalesforceUser Administrator
    {
        get
        {
            lock (Gate)
            {
                return _sessions.Describe(_administrator);
            }
        }
    }

    /// <summary>Who is signed in at the browser that opens <c>/services/oauth2/authorize</c> and always agrees.</summary>
    /// <value>Default: the administrator.</value>
    public SalesforceUser SignedInUser
    {
        get
        {
            lock (Gate)
            {
                return _sessions.Describe(_sessions.SignedInUser);
            }
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (Gate)
            {
                _sessions.SignedInUser = RowOf(value);
            }
        }
    }

    /// <summary>Adds an active user.</summary>
    /// <param name="username">The sign-in name.</param>
    /// <param name="firstName">The first name.</param>
    /// <param name="lastName">The last name.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public SalesforceUser AddUser(string username, string firstName, string lastName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        ArgumentException.ThrowIfNullOrWhiteSpace(lastName);
        lock (Gate)
        {
            return RecordWriter.Matches(_org.Users, _org.Users.Schema.Field("Username"), username).Count == 0
                ? _sessions.Describe(CreateUser(username, firstName, lastName))
                : throw new ArgumentException("The org has a user of this name: give each user another one.", nameof(username));
        }
    }

    /// <summary>Adds an app that may ask for tokens.</summary>
    /// <exception cref="ArgumentException">The key is taken.</exception>
    public void AddOAuthClient(SalesforceOAuthClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        lock (Gate)
        {
            _sessions.Add(client);
        }
    }

    /// <summary>A session, as if some app had asked for it.</summary>
    /// <param name="user">As whom; by default the administrator.</param>
    /// <param name="scope">Its scopes, separated by spaces.</param>
    public string CreateAccessToken(SalesforceUser? user = null, string scope = "api")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        lock (Gate)
        {
            return _sessions.Issue(user is null ? _administrator : RowOf(user), scope);
        }
    }

    /// <summary>Ends all sessions; refresh tokens stay good.</summary>
    /// <returns>How many there were.</returns>
    public int ExpireSessions()
    {
        lock (Gate)
        {
            return _sessions.EndAll();
        }
    }

    /// <summary>Ends all sessions and refresh tokens.</summary>
    public void RevokeTokens()
    {
        lock (Gate)
        {
            _sessions.RevokeAll();
        }
    }

    /// <summary>Adds a custom object; <c>Id</c>, <c>Name</c> and the system fields come by themselves.</summary>
    /// <param name="name">The API name, such as <c>Webinar__c</c>.</param>
    /// <param name="label">The label.</param>
    /// <param name="keyPrefix">The first three characters of its ids, such as <c>a01</c>.</param>
    /// <param name="fields">Further fields; a <c>Name</c> among them takes the place of the required one.</param>
    /// <exception cref="ArgumentException">The name or the prefix is taken, or the prefix has not three characters.</exception>
    public void AddObject(string name, string label, string keyPrefix, params IEnumerable<SalesforceField> fields)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentException.ThrowIfNullOrWhiteSpace(keyPrefix);
        lock (Gate)
        {
            if (keyPrefix.Length != 3 || _org.TableOf(keyPrefix) is not null)
            {
                throw new ArgumentException("A key prefix has three characters and belongs to one object: choose another, such as a01.", nameof(keyPrefix));
            }

            var own = fields.ToList();
            var all = (own.Any(field => field.Name == "Name") ? own : own.Prepend(SalesforceField.Text("Name", 80) with { Required = true }))
                .Append(SalesforceField.Reference("OwnerId", "Owner", "User") with { Label = "Owner ID", Required = true, DefaultValue = "" });
            _org.Add(new ObjectSchema(StandardObjects.Describe(name, label, keyPrefix, all), Now));
        }
    }

    /// <summary>Lets events relate to records of a custom object, as its setting "Allow Activities" does; the describe of Event changes.</summary>
    /// <param name="objectName">The object.</param>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public void AllowActivities(string objectName)
    {
        lock (Gate)
        {
            _org.Table("Event").Schema.AddTarget("WhatId", Known(objectName).Schema.Name, Now);
        }
    }

    /// <summary>Adds a field to an object; its describe changes.</summary>
    /// <exception cref="ArgumentException">There is no such object, or it has such a field.</exception>
    public void AddField(string objectName, SalesforceField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        lock (Gate)
        {
            var table = Known(objectName);
            if (table.Schema.Find(field.Name) is not null)
            {
                throw new ArgumentException($"{objectName} has a field {field.Name}: choose another name.", nameof(field));
            }

            var added = table.Schema.AddField(field.ToDescribe(), Now);
            if (added.Indexed)
            {
                table.EnsureIndex(added);
            }
        }
    }

    /// <summary>Puts a duplicate rule in force.</summary>
    /// <exception cref="ArgumentException">It names an unknown object or field, or no field.</exception>
    public void AddDuplicateRule(SalesforceDuplicateRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        lock (Gate)
        {
            var table = Known(rule.ObjectName);
            if (rule.Fields.Count == 0 || rule.Fields.Any(name => table.Schema.Find(name) is null))
            {
                throw new ArgumentException($"A duplicate rule names fields of {rule.ObjectName}.", nameof(rule));
            }

            table.EnsureIndex(table.Schema.Field(rule.Fields[0]));
            _org.DuplicateRules.Add(rule);
        }
    }

    /// <summary>Adds a record by the rules a request would meet, except duplicate rules that can be overridden.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="values">Fields and values: text, numbers, booleans, <see cref="DateTimeOffset"/>, <see cref="DateOnly"/>.</param>
    /// <returns>The 18-character id.</returns>
    /// <exception cref="ArgumentException">The record is refused; the message says why.</exception>
    public string AddRecord(string objectName, params IEnumerable<(string Field, object? Value)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        lock (Gate)
        {
            var table = Known(objectName);
            try
            {
                var input = new RecordInput();
                foreach (var (name, value) in values)
                {
                    var field = table.Schema.Find(name) ?? throw RecordInput.NoColumn(table, name);
                    input.Add(field, value is null ? null : FieldValues.FromText(field, Text(value), bulk: true));
                }

                return _writer.Create(table, input, new WriteContext(_administrator, AllowDuplicates: true));
            }
            catch (RecordException refused)
            {
                throw new ArgumentException($"The record is not valid: {refused.Error.ToBulk()}", nameof(values), refused);
            }
        }
    }

    /// <summary>A record's values by field name, read-only ones included; <see langword="null"/> when it does not exist or is deleted.</summary>
    /// <param name="id">The id, 15 or 18 characters.</param>
    public IReadOnlyDictionary<string, string?>? Record(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        lock (Gate)
        {
            return SalesforceId.Normalize(id) is { } known && _org.IsLive(known) && _org.TableOf(known) is { } table
                ? table.Schema.Fields.Where(field => field.Kind != FieldKind.Address)
                    .ToDictionary(field => field.Name, field => _reader.Get(table, table.Row(known), field), StringComparer.OrdinalIgnoreCase)
                : null;
        }
    }

    /// <summary>The records of a query, each with its selected values by path as written, such as <c>Account.Name</c>.</summary>
    /// <param name="soql">The query, in the subset the emulator knows.</param>
    /// <exception cref="ArgumentException">The query is refused; the message says why.</exception>
    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Query(string soql)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(soql);
        lock (Gate)
        {
            try
            {
                var query = SoqlParser.Parse(_org, soql);
                return [.. _queries.Run(query, withDeleted: false).Select(row => query.Fields.ToDictionary(
                    path => string.Join('.', path.Via.Select(reference => reference.RelationshipName).Append(path.Name)),
                    path => path.Get(_org, _reader, query.Table, row),
                    StringComparer.OrdinalIgnoreCase))];
            }
            catch (Hosting.RefusalException refusal)
            {
                throw new ArgumentException($"The query is not valid: {System.Text.Encoding.UTF8.GetString(refusal.Response.Body)}", nameof(soql), refusal);
            }
        }
    }

    /// <summary>Does the work of all Bulk jobs that wait or run, without waiting for the clock.</summary>
    /// <returns>How many there were.</returns>
    public int CompleteBulkJobs()
    {
        lock (Gate)
        {
            return _bulk.Complete();
        }
    }

    /// <summary>Lets the next ingest job that is created end as <c>Failed</c>; its later rows stay unprocessed.</summary>
    /// <param name="afterRecords">How many records are processed before. Not negative.</param>
    /// <param name="message">The job's <c>errorMessage</c>.</param>
    public void FailNextIngestJob(int afterRecords, string message)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterRecords);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        lock (Gate)
        {
            _bulk.NextAccident = (afterRecords, message);
        }
    }

    /// <summary>How many records an object has, deleted ones not counted.</summary>
    public int Count(string objectName)
    {
        lock (Gate)
        {
            return Known(objectName).Count;
        }
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset instant => FieldValues.FormatInstant(instant),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private RecordTable Known(string objectName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(objectName);
        return _org.FindTable(objectName) ?? throw new ArgumentException($"The org has no object {objectName}: add it with AddObject.", nameof(objectName));
    }

    private int RowOf(SalesforceUser user) => _org.Users.Row(user.Id) is >= 0 and var row
        ? row
        : throw new ArgumentException($"{user.Username} is no user of this org: take it from AddUser.", nameof(user));

    /// <summary>A user with what an administrator's form would fill in. Without the writer: the first one has no creator but itself.</summary>
    private int CreateUser(string username, string firstName, string lastName)
    {
        var users = _org.Users;
        var now = Now.ToUnixTimeMilliseconds();
        var self = users.Rows;
        Dictionary<string, string> values = new()
        {
            ["Username"] = username,
            ["FirstName"] = firstName,
            ["LastName"] = lastName,
            ["Email"] = username,
            ["Alias"] = lastName[..Math.Min(8, lastName.Length)],
            ["CommunityNickname"] = username[..Math.Min(40, username.Length)],
            ["IsActive"] = "true",
            ["UserType"] = "Standard",
            ["TimeZoneSidKey"] = "Europe/Paris",
            ["LocaleSidKey"] = "en_US",
            ["EmailEncodingKey"] = "UTF-8",
            ["LanguageLocaleKey"] = "en_US",
            ["ProfileId"] = SalesforceId.Format("00e", 1),
        };
        return users.Insert(RecordBytes.Write(
            new RecordStamps(now, now, Math.Min(self, _administrator), Math.Min(self, _administrator)),
            values.ToDictionary(pair => users.Schema.Field(pair.Key).Ordinal, pair => pair.Value)));
    }
}
