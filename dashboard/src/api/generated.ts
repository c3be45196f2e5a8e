// Generated from openapi.json by `npm run generate`; do not edit.
export interface paths {
    "/api/v1/analytics/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Read volumes, first response and resolution times, containment and backlog of a time, in parts, and against the
         *     time before it. 422 `bad_period` where it ends before it begins or is longer than 400 days.
         */
        get: operations["analytics.conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/conversations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Table
         * @description The same figures as a table for spreadsheets: semicolons, UTF-8.
         */
        get: operations["analytics.conversations_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/csat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Report
         * @description Read what people thought of conversations about which they were asked in a time: scores, by person and team, and the
         *     latest comments. 422 `bad_period`.
         */
        get: operations["analytics.csat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/csat.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Table
         * @description The same scores as a table for spreadsheets: semicolons, UTF-8. 422 `bad_period`.
         */
        get: operations["analytics.csat_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Keys
         * @description List keys, the newest first, without their secrets.
         */
        get: operations["api_keys.list"];
        put?: never;
        /**
         * Create
         * @description Make a key; the secret is in this answer and nowhere else. 422 `scopes_too_wide`.
         */
        post: operations["api_keys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke
         * @description End a key, everywhere within a second.
         */
        delete: operations["api_keys.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Entries
         * @description List sensitive acts in the organization at hand, the newest first: of one kind, of one person or key, of a time.
         */
        get: operations["audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify
         * @description Walk the whole chain. With `index` and `head` of an earlier answer, a chain cut short or made anew is found too.
         */
        get: operations["audit.verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Automations
         * @description List the automations in their order, with what became of their runs in the last seven days.
         */
        get: operations["automations.list"];
        put?: never;
        /**
         * Create
         * @description Write a draft; 422 `bad_rule` says where and why, 409 `name_taken`.
         */
        post: operations["automations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{automation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Read one.
         */
        get: operations["automations.read"];
        /**
         * Change
         * @description Write one anew; 409 `automation_changed` where a colleague was faster, 422 `bad_rule`.
         */
        put: operations["automations.change"];
        post?: never;
        /**
         * Remove
         * @description Take one away with its log.
         */
        delete: operations["automations.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{automation_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Runs
         * @description Read the log: each fact that it heard, what was seen of each condition, and what became of each action.
         */
        get: operations["automations.runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{automation_id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch
         * @description Put one into service or out of it; it hears what happens from now on. 422 `bad_rule` where it could not work.
         */
        put: operations["automations.switch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Catalogue
         * @description List triggers, fields with their comparisons, and what of the organization a rule may name.
         */
        get: operations["automations.catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facts
         * @description List what has happened in the last seven days that these triggers (names with commas) wait for, to try a rule on.
         */
        get: operations["automations.facts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order
         * @description Let automations that hear the same fact go in this order.
         */
        put: operations["automations.order"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Rule
         * @description Rehearse a rule on something that has happened: what it sees, what it decides, and what its actions would come to now.
         *     Nothing is kept and nothing leaves. 404 `fact_not_found`, 422 `bad_rule`.
         */
        post: operations["automations.try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Bots
         * @description List the bots, oldest first.
         */
        get: operations["bots.list"];
        put?: never;
        /**
         * Create
         * @description Make a bot; the first one answers where nothing else matches. 404 `flow_not_found`, 422 `flow_of_another_bot`.
         */
        post: operations["bots.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bots/{bot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change
         * @description Change what is named; 404 `flow_not_found`, 422 `flow_of_another_bot`.
         */
        patch: operations["bots.change"];
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Channels
         * @description List every connection of the organization.
         */
        get: operations["channels.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{channel_id}/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect
         * @description Ask the provider whether the account works, and put the channel into service if it does.
         */
        post: operations["channels.connect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{channel_id}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnect
         * @description Take the channel out of service: nothing leaves through it, and its webhooks are refused.
         */
        post: operations["channels.disconnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/whatsapp-cloud": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Cloud
         * @description Ask Meta whether the account works, and keep it if it does; 422 `channel_refused` with the `reason`.
         *
         *     Where Meta could not be asked just now it is kept and asked again. 409 `channel_exists`.
         */
        post: operations["channels.add_cloud"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Contacts
         * @description List people, the newest first: by words, phone in any form, e-mail or CPF (`q`), a segment, or a filter as JSON.
         */
        get: operations["contacts.list"];
        put?: never;
        /**
         * Create Contact
         * @description Store somebody; 422 `bad_identifier`, 409 `identifier_taken` with who has it.
         */
        post: operations["contacts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Contact
         * @description Read one person with identifiers and their evidence, proposals and merges.
         */
        get: operations["contacts.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Contact
         * @description Set a name and custom fields; 422 `bad_field`.
         */
        patch: operations["contacts.change"];
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Identifier
         * @description Remember a phone, e-mail or document; 409 `identifier_taken` where it is somebody else's: a merge is proposed.
         */
        post: operations["contacts.add_identifier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/identifiers/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Identifier
         * @description Forget a form that was typed wrongly.
         */
        post: operations["contacts.remove_identifier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge
         * @description Merge another person into the one of the path, by hand; 409 `cannot_merge`.
         */
        post: operations["contacts.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Note
         * @description Write something that only colleagues see.
         */
        post: operations["contacts.add_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Tags
         * @description Let the person have exactly these tags.
         */
        put: operations["contacts.set_tags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contact_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Timeline
         * @description List what happened with a person, the newest first: messages, states, flows, notes, consents, merges, imports.
         */
        get: operations["contacts.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description Return people as CSV (semicolons, UTF-8): everybody, a segment, or a filter. It is written down who took them.
         */
        get: operations["contacts.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Fields
         * @description List the custom fields.
         */
        get: operations["contacts.fields"];
        put?: never;
        /**
         * Create Field
         * @description Define a field; 422 `bad_field`, 409 `field_taken` or `too_many`.
         */
        post: operations["contacts.create_field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/fields/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Field
         * @description Forget a field; values stay with the people until they are overwritten.
         */
        delete: operations["contacts.remove_field"];
        options?: never;
        head?: never;
        /**
         * Change Field
         * @description Give a field another label or other choices; its key and type stay.
         */
        patch: operations["contacts.change_field"];
        trace?: never;
    };
    "/api/v1/contacts/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Imports
         * @description List imports, the newest first.
         */
        get: operations["contacts.imports"];
        put?: never;
        /**
         * Upload
         * @description Take a .csv or .xlsx file as the raw body, 10 MB at most; 422 `bad_sheet`. Nothing is taken in yet.
         */
        post: operations["contacts.upload_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Import
         * @description Read how far an import is.
         */
        get: operations["contacts.read_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{import_id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rows
         * @description List what became of each row, with the reason.
         */
        get: operations["contacts.import_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{import_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start
         * @description Begin; 422 `bad_plan`, 409 `import_not_ready`.
         */
        post: operations["contacts.start_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/merges/{merge_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo
         * @description Make two people of one again; 409 `cannot_undo` where a later merge stands on it.
         */
        post: operations["contacts.undo_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Proposals
         * @description List pairs that seem to be one person, with the evidence.
         */
        get: operations["contacts.proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/proposals/{proposal_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description Merge the two; 409 `proposal_decided` or `cannot_merge`.
         */
        post: operations["contacts.accept_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/proposals/{proposal_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description Say that they are two people; the pair is never proposed again.
         */
        post: operations["contacts.refuse_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/proposals/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find Duplicates
         * @description Look for people who have one number in two forms, and propose them.
         */
        post: operations["contacts.find_duplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Segments
         * @description List the saved segments.
         */
        get: operations["contacts.segments"];
        put?: never;
        /**
         * Create Segment
         * @description Save a filter; 422 `bad_filter`, 409 `segment_taken` or `too_many`.
         */
        post: operations["contacts.create_segment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/segments/{segment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Segment
         * @description Forget a segment.
         */
        delete: operations["contacts.remove_segment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/segments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count
         * @description Count the people whom a filter fits; 422 `bad_filter`.
         */
        post: operations["contacts.count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tags
         * @description List all tags with how many people have each.
         */
        get: operations["contacts.tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversation-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Drafts
         * @description List where the caller has begun to write.
         */
        get: operations["drafts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversation-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Choices
         * @description List what conversations can be narrowed to.
         */
        get: operations["conversations.filters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversation-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Views
         * @description List own and shared views, each with how many conversations it shows to the caller.
         */
        get: operations["views.list"];
        put?: never;
        /**
         * Create View
         * @description Keep a filter under a name; `shared` needs somebody who sees all conversations.
         */
        post: operations["views.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversation-views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change View
         * @description Replace a view of one's own, or a shared one by somebody who sees all conversations.
         */
        put: operations["views.change"];
        post?: never;
        /**
         * Remove View
         * @description Forget a view.
         */
        delete: operations["views.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversations
         * @description List conversations, the newest message first. `assignee` is me, none or an id; `q` finds words, names and numbers.
         */
        get: operations["conversations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Conversation
         * @description Read one conversation; `ref` is its id, or a phone in any form (that person's latest).
         */
        get: operations["conversations.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign
         * @description Give a conversation to a person, a team or nobody; 409 `taken_by_other` says who took it meanwhile.
         */
        post: operations["conversations.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Assignments
         * @description List through whose hands a conversation went.
         */
        get: operations["conversations.assignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/assignments/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See Assignments
         * @description Say that the caller has read what was said to them when they were given the conversation.
         */
        post: operations["conversations.see_assignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description Archive the conversation.
         */
        post: operations["conversations.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Draft
         * @description Read what the caller has begun to write there.
         */
        get: operations["drafts.read"];
        /**
         * Keep Draft
         * @description Keep what the caller has begun to write; the answer is the draft that stays.
         */
        put: operations["drafts.keep"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand Back
         * @description Let the bot answer again.
         */
        post: operations["conversations.hand_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/handoffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List History
         * @description List every transbordo that a conversation has had.
         */
        get: operations["handoffs.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description List lines of a thread, oldest first, with those of the conversations it follows: the newest, or those before, around or
         *     after one of them.
         */
        get: operations["conversations.messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Message
         * @description Read one line of a thread.
         */
        get: operations["conversations.message"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/messages/{message_id}/reaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * React
         * @description Let one emoji of ours stand under what the person wrote; an empty one takes it back. Repeating it sends nothing.
         */
        put: operations["conversations.react"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note
         * @description Write a note among colleagues; @name calls one of them. 409 `mention_cannot_see` says who may not see it here.
         */
        post: operations["conversations.note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Presence
         * @description List who looks at a conversation or types in it right now, but the caller.
         */
        get: operations["conversations.presence"];
        put?: never;
        /**
         * Tell Presence
         * @description Say that the caller looks at a conversation, types in it, or has left; it is told to colleagues and stored nowhere.
         */
        post: operations["conversations.tell_presence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/quick-replies/{reply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use
         * @description Fill one in for a conversation, for the composer; it is counted as used, and nothing is sent.
         */
        post: operations["quick_replies.use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Read
         * @description Say that the caller has seen what the person wrote.
         */
        post: operations["conversations.mark_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Repair
         * @description Say in which state a conversation is that came with one nobody knows; 409 `nothing_to_repair`.
         */
        post: operations["overview.repair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send
         * @description Queue a message of the caller. The same Idempotency-Key gives the same message.
         */
        post: operations["conversations.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Session
         * @description Read where the conversation stands in its flow.
         */
        get: operations["flows.session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take
         * @description Answer this conversation from now on; 409 `taken_by_other` says who does already.
         */
        post: operations["conversations.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{ref}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait
         * @description Put the conversation among those that wait for a person.
         */
        post: operations["conversations.wait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bulk
         * @description Do one thing to up to a hundred conversations. The same Idempotency-Key is answered as the first time.
         */
        post: operations["conversations.bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/csat/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Settings
         * @description Read whether and how people are asked once their conversation is archived.
         */
        get: operations["csat.read_settings"];
        /**
         * Change Settings
         * @description Set whether and how people are asked: inside the window only, once a conversation and never too often.
         */
        put: operations["csat.change_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Letters
         * @description List what could not be handled.
         */
        get: operations["dead_letters.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{letter_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss
         * @description Take it off the screen.
         */
        post: operations["dead_letters.dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/{letter_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry
         * @description Put it back where it came from; 409 `cannot_retry` says why not.
         */
        post: operations["dead_letters.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deal-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reasons
         * @description List the reasons for winning and losing.
         */
        get: operations["pipelines.reasons"];
        put?: never;
        /**
         * Add Reason
         * @description Put a reason on the list; 409 `name_taken`.
         */
        post: operations["pipelines.add_reason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deal-reasons/{reason_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Reason
         * @description Take a reason off the list; deals that have it keep it.
         */
        delete: operations["pipelines.remove_reason"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deals
         * @description List the deals of one person, open ones first: by contact, or by a conversation's id or phone.
         */
        get: operations["deals.list"];
        put?: never;
        /**
         * Create
         * @description Begin a deal. The same Idempotency-Key gives the same deal. 422 `person_needed`, `reason_needed`.
         */
        post: operations["deals.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deals/{deal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Read a deal and where it has been.
         */
        get: operations["deals.read"];
        put?: never;
        post?: never;
        /**
         * Remove
         * @description Delete a deal with its history.
         */
        delete: operations["deals.remove"];
        options?: never;
        head?: never;
        /**
         * Change
         * @description Change what is named; 409 `deal_changed` says who was faster, and nothing is lost.
         */
        patch: operations["deals.change"];
        trace?: never;
    };
    "/api/v1/deals/{deal_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move
         * @description Put a deal into a stage, behind another or at the top. The same Idempotency-Key moves once; 409 `deal_changed` says where
         *     it stands and who was faster; 422 `reason_needed` where it would be lost without one.
         */
        post: operations["deals.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Desk
         * @description Tell who works here, who is there now, how much each has at hand, and how teams find a person.
         */
        get: operations["desk.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Available
         * @description Say whether one takes what comes.
         */
        put: operations["desk.set_available"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk/people/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Cap
         * @description Say how many open conversations a rule gives somebody at most.
         */
        put: operations["desk.set_cap"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Rule
         * @description Say how a team's conversations find a person: off, round_robin or least_loaded.
         */
        put: operations["desk.set_rule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flow-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Templates
         * @description List the flows that one can begin from.
         */
        get: operations["flows.templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Flows
         * @description List the flows that are not archived, the last changed first.
         */
        get: operations["flows.list"];
        put?: never;
        /**
         * Create
         * @description Make a flow from a template, from a definition, or empty; 404 `bot_not_found`, `flow_template_not_found`, 422
         *     `definition_refused`.
         */
        post: operations["flows.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Show a flow as it stands in the editor.
         */
        get: operations["flows.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Count starts, completions, where people stop and how long they take, over the last days and today.
         */
        get: operations["flows.analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive
         * @description Put a flow away; 409 `flow_in_use` where a bot begins at it or a published flow calls it.
         */
        post: operations["flows.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save
         * @description Save the draft over the revision that was shown; 409 `draft_changed` with who saved meanwhile, and nothing is lost.
         */
        put: operations["flows.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description Return the draft as a file that `flows/import` reads back.
         */
        get: operations["flows.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish
         * @description Make the draft the version that new sessions take; 409 `draft_changed`, 422 `flow_unreadable`, `flow_has_problems`.
         */
        post: operations["flows.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/publish-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview
         * @description Say what publishing would change, and what it would mean to the people in the middle of the flow.
         */
        get: operations["flows.preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Simulate
         * @description Run one turn on the draft: nothing is stored or sent. 422 `flow_unreadable`, `session_refused`, `input_refused`.
         */
        post: operations["flows.simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Show the cases beside a flow, as YAML.
         */
        get: operations["flows.tests"];
        /**
         * Save
         * @description Write the cases over the revision that was shown; 409 `draft_changed`. Cases that cannot be read yet are kept too.
         */
        put: operations["flows.save_tests"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/tests/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record
         * @description Make a case of a conversation with the simulator; nothing is saved. 422 `cases_unreadable`, `flow_unreadable`.
         */
        post: operations["flows.record_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/tests/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run
         * @description Run cases on the engine under a clock of their own; nothing is stored, sent or called. 422 `cases_unreadable` with line
         *     and sentence, `flow_unreadable`.
         */
        post: operations["flows.run_tests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description List what was published, the newest first.
         */
        get: operations["flows.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Version
         * @description Show what a version is.
         */
        get: operations["flows.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/versions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare
         * @description Say in words what is different in the draft, or in another version, from this one.
         */
        get: operations["flows.diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow_id}/versions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore
         * @description Make an old version the draft again; what was published stays. 409 `draft_changed`.
         */
        post: operations["flows.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Definition
         * @description Say what is wrong with a definition; nothing is saved. 422 `definition_refused`.
         */
        post: operations["flows.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Flow
         * @description Make a flow of a file's text: our JSON, our YAML, or what Typebot exports; 422 `import_unreadable` with line and
         *     sentence. What could not be carried over stands in `report`.
         */
        post: operations["flows.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Grants
         * @description List who of the platform asked to look into the organization at hand, and why.
         */
        get: operations["grants.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{grant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End
         * @description Refuse a look or end one; whoever looks is out within a second.
         */
        delete: operations["grants.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{grant_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Let them in, from now on, for the minutes they asked for; 409 `grant_not_open`.
         */
        post: operations["grants.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Handoffs
         * @description List transbordos: open ones by their target, late ones first; those that are over newest first.
         */
        get: operations["handoffs.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{handoff_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change
         * @description Say how urgent a transbordo is; 409 `handoff_over`.
         */
        patch: operations["handoffs.change"];
        trace?: never;
    };
    "/api/v1/handoffs/{handoff_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve
         * @description Say that nobody is needed any more; 409 `handoff_over`.
         */
        post: operations["handoffs.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Settings
         * @description Read targets and recipients.
         */
        get: operations["handoffs.read_settings"];
        /**
         * Change Settings
         * @description Set targets and recipients; 422 `no_such_channel`.
         */
        put: operations["handoffs.change_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Invitation
         * @description Join with a link, once, and be signed in; 410 `invitation_gone`, 422 `weak_password`, 401 as for signing in.
         */
        post: operations["invitations.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Invitation
         * @description Show an invitation to whoever holds its link; 410 `invitation_gone`.
         */
        post: operations["invitations.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live/org/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow
         * @description Follow what happens in the organization of the token; any other looks as if it did not exist.
         */
        get: operations["live.follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Me
         * @description Say who is signed in, where, and what they may do there.
         */
        get: operations["me.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Me
         * @description Change the caller's own name, in every organization of theirs.
         */
        patch: operations["me.change"];
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload
         * @description Take a file, as the raw body, for a message that will be sent. X-Filename is percent-encoded UTF-8.
         */
        post: operations["media.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{media_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Serve the bytes of a message's file.
         */
        get: operations["media.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{media_id}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch
         * @description Ask the provider once more for a file that could not be had; 409 `media_not_wanted` where there is nothing to ask for.
         */
        post: operations["media.fetch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Members
         * @description List the people of the organization at hand, active and disabled.
         */
        get: operations["members.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change
         * @description Change a member's role, disable or enable them; 409 `last_admin`. Disabling ends their sessions here.
         */
        patch: operations["members.change"];
        trace?: never;
    };
    "/api/v1/members/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invitations
         * @description List the open invitations.
         */
        get: operations["members.list_invitations"];
        put?: never;
        /**
         * Invite
         * @description Invite somebody: the link is shown once, works once, for seven days; 409 `already_member`, 422 `bad_email`.
         */
        post: operations["members.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw
         * @description Withdraw an open invitation.
         */
        delete: operations["members.withdraw_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Mentions
         * @description List the notes that call the caller by name, the newest first, with how many are unread.
         */
        get: operations["mentions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentions/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Read
         * @description Say that the caller has looked: in one conversation, or everywhere.
         */
        post: operations["mentions.mark_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/node-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Node Types
         * @description List the kinds of nodes with the schema of their forms, and what templates can read.
         */
        get: operations["flows.node_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Show the organization at hand.
         */
        get: operations["organization.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change
         * @description Change settings of the organization at hand; 422 `bad_setting`.
         */
        patch: operations["organization.change"];
        trace?: never;
    };
    "/api/v1/organization/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put Day
         * @description Keep a day that differs from the week: closed without spans. A day of the same date gives way to it.
         */
        post: operations["hours.put_day"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization/days/{day_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Day
         * @description Let a day be as the week has it again.
         */
        delete: operations["hours.remove_day"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Show the hours, the days that differ, and whether it is open now (`now.changes_at`: until when).
         */
        get: operations["hours.read"];
        /**
         * Set Hours
         * @description Set the week and the holidays that are kept; 422 `bad_setting` where spans overlap or end before they begin.
         */
        put: operations["hours.set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Overview
         * @description Read the overview.
         */
        get: operations["overview.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description Read the figures of the overview as CSV, for a spreadsheet.
         */
        get: operations["overview.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Repairs
         * @description List conversations that came with a state nobody knows.
         */
        get: operations["overview.repairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Pipelines
         * @description List the pipelines with their stages.
         */
        get: operations["pipelines.list"];
        put?: never;
        /**
         * Create
         * @description Make a pipeline; the first one brings reasons with it. 409 `name_taken`, `last_stage_of_kind`.
         */
        post: operations["pipelines.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipelines/{pipeline_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove
         * @description Put an empty pipeline away; 409 `pipeline_has_deals`.
         */
        delete: operations["pipelines.remove"];
        options?: never;
        head?: never;
        /**
         * Rename
         * @description Call a pipeline something else; 409 `name_taken`.
         */
        patch: operations["pipelines.rename"];
        trace?: never;
    };
    "/api/v1/pipelines/{pipeline_id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Board
         * @description Read each stage's totals and its first deals, and the origins there are.
         */
        get: operations["pipelines.board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipelines/{pipeline_id}/conversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Conversion
         * @description Count what became of the deals that entered in the period: by stage, by origin, and why they were lost.
         */
        get: operations["pipelines.conversion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipelines/{pipeline_id}/conversion.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversion Sheet
         * @description Return the conversion as a sheet; the same figures.
         */
        get: operations["pipelines.conversion_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipelines/{pipeline_id}/deals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deals Sheet
         * @description Return every deal that the filter means as a sheet.
         */
        get: operations["pipelines.deals_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pipelines/{pipeline_id}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Stage
         * @description Add a stage and return the pipeline.
         */
        post: operations["pipelines.add_stage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own
         * @description List the looks that the caller asked for.
         */
        get: operations["platform.list_grants"];
        put?: never;
        /**
         * Request Grant
         * @description Ask an organization, with a reason that it reads, for a look of 5 minutes to 8 hours.
         */
        post: operations["platform.request_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform/grants/{grant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Own
         * @description Give a look back before its time.
         */
        delete: operations["platform.end_grant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quick-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Quick Replies
         * @description List the organization's and the caller's own, the most used first.
         */
        get: operations["quick_replies.list"];
        put?: never;
        /**
         * Create
         * @description Keep one; 422 `unknown_variable` names what nobody knows, 409 `shortcut_taken`.
         */
        post: operations["quick_replies.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quick-replies/{reply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description Write one anew.
         */
        put: operations["quick_replies.change"];
        post?: never;
        /**
         * Remove
         * @description Take one away.
         */
        delete: operations["quick_replies.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Find conversations by words in any form, names, numbers and documents, with the best hit of each.
         */
        get: operations["conversations.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Secrets
         * @description List the secrets by name, with the origins they are bound to and without their values.
         */
        get: operations["secrets.list"];
        put?: never;
        /**
         * Create
         * @description Keep a secret; 422 `bad_secret`, 409 `name_taken` or `too_many_secrets`.
         */
        post: operations["secrets.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets/{secret_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove
         * @description Delete a secret; flows that name it take their error exit from now on.
         */
        delete: operations["secrets.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets/{secret_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate
         * @description Put a new value in the old one's place, and other origins if wanted; 422 `bad_secret`.
         */
        post: operations["secrets.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start
         * @description Sign in. 401 `wrong_credentials` or `totp_required`; 429 `too_many_attempts` with `retry_after_s`.
         */
        post: operations["session.start"];
        /**
         * End
         * @description Sign out; with `everywhere`, end every session of the caller.
         */
        delete: operations["session.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own
         * @description List the caller's open sessions.
         */
        get: operations["session.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/all/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Other
         * @description End one of the caller's sessions: a lost phone, a forgotten browser.
         */
        delete: operations["session.end_other"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch
         * @description Go on in another of the caller's organizations, in a new session; 404 where they may not enter.
         */
        post: operations["session.switch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Change the password. Every session ends, this one too: the cookie that comes back opens a new one by refreshing.
         */
        post: operations["session.change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description Exchange the refresh cookie for a new access token and a new cookie; 401 `session_ended`.
         */
        post: operations["session.refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Totp
         * @description Begin to set up a second factor; it counts once confirmed.
         */
        post: operations["session.begin_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Totp
         * @description Put the second factor in force with a first code; the recovery codes are shown once.
         */
        post: operations["session.confirm_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop Totp
         * @description Switch the second factor off.
         */
        post: operations["session.drop_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stages/{stage_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Stage
         * @description Take a stage away; 409 `stage_has_deals` with their `count` asks where they go, 409 `last_stage_of_kind`.
         */
        delete: operations["pipelines.remove_stage"];
        options?: never;
        head?: never;
        /**
         * Change Stage
         * @description Rename, colour or move a stage, and return the pipeline.
         */
        patch: operations["pipelines.change_stage"];
        trace?: never;
    };
    "/api/v1/stages/{stage_id}/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Stage
         * @description Read on in one stage.
         */
        get: operations["pipelines.stage_deals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read System
         * @description Read what the installation is.
         */
        get: operations["system.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Teams
         * @description List the teams of the organization at hand.
         */
        get: operations["teams.list"];
        put?: never;
        /**
         * Create
         * @description Make a team; 409 `name_taken`, 404 where one of the people is no active member.
         */
        post: operations["teams.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove
         * @description Remove a team; its people stay.
         */
        delete: operations["teams.remove"];
        options?: never;
        head?: never;
        /**
         * Change
         * @description Rename a team or set who is in it.
         */
        patch: operations["teams.change"];
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Templates
         * @description List templates by name. `status` is the provider's word, `*` for all; without it those that are gone are left out.
         */
        get: operations["templates.list"];
        put?: never;
        /**
         * Create
         * @description Submit a new template for the provider's review; asking again for the same one gives the one that is there.
         */
        post: operations["templates.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description Read one template.
         */
        get: operations["templates.read"];
        put?: never;
        post?: never;
        /**
         * Remove
         * @description Delete this language of a template at the provider, where its name is blocked for 30 days; it stays known here.
         */
        delete: operations["templates.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{template_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description Show how a template reads with these values, and what the provider would refuse; nothing is sent.
         */
        post: operations["templates.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description Say what the provider would refuse about a new template, and show it; nothing is submitted.
         */
        post: operations["templates.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sample
         * @description Hand a picture, film or PDF (the raw body, 16 MB at most) to the provider, as the sample of a new template's header.
         */
        post: operations["templates.sample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync
         * @description Ask providers for their listings; `templates.changed` tells when they are here.
         */
        post: operations["templates.sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description How things stand: settings, the version in force, phrases by intent, doubts that wait.
         */
        get: operations["understanding.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/doubts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Doubts
         * @description List messages that were not surely understood, those said most often first.
         */
        get: operations["understanding.doubts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/doubts/{doubt_id}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Label
         * @description Say what a message wants; said again it is changed. 409 `doubt_decided` where somebody skipped it meanwhile.
         */
        post: operations["understanding.label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/doubts/{doubt_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen
         * @description Put a message back among those that wait.
         */
        post: operations["understanding.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/doubts/{doubt_id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Skip
         * @description Leave a message without a label; it does not come back.
         */
        post: operations["understanding.skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures
         * @description How many messages were understood, day by day, and what people wanted most.
         */
        get: operations["understanding.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Model
         * @description Take a version into use, or go back to an earlier one or to the product's own.
         */
        put: operations["understanding.choose_model"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Phrases
         * @description List the organization's own phrases of one intent.
         */
        get: operations["understanding.phrases"];
        put?: never;
        /**
         * Add Phrases
         * @description Keep phrases of an intent; they are taught at the next training. Lines that are not kept are told with why.
         */
        post: operations["understanding.add_phrases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/phrases/{phrase_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Phrase
         * @description Take a phrase away.
         */
        delete: operations["understanding.remove_phrase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Reading
         * @description Have customers' messages understood as they arrive, from now on, or no longer.
         */
        put: operations["understanding.set_reading"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/sentence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try Sentence
         * @description Understand a sentence as the organization would, and say why; nothing is kept of it.
         */
        post: operations["understanding.try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Trainings
         * @description List the versions of the organization's model with how they were examined.
         */
        get: operations["understanding.trainings"];
        put?: never;
        /**
         * Train
         * @description Teach the model anew, in the background, with the organization's phrases; repeated with the same key it is asked once.
         */
        post: operations["understanding.train"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Words
         * @description List the organization's services, people and goods.
         */
        get: operations["understanding.words"];
        put?: never;
        /**
         * Add Words
         * @description Keep names; they count at once. Lines that are not kept are told with why.
         */
        post: operations["understanding.add_words"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/understanding/words/{word_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Word
         * @description Take a name away.
         */
        delete: operations["understanding.remove_word"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/viva/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tasks
         * @description List what was asked of Viviane, with how many of all are in each state.
         */
        get: operations["delegation.list"];
        put?: never;
        /**
         * Create
         * @description Have Viviane write to a person. What cannot go now answers 201 all the same: `failed`, with its code, to be tried again.
         */
        post: operations["delegation.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/viva/handoff/{task_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry
         * @description Try once more what has failed; 409 `delegation_not_failed`.
         */
        post: operations["delegation.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Webhooks
         * @description List the addresses that are told of facts, and the facts that can be told.
         */
        get: operations["webhooks.list"];
        put?: never;
        /**
         * Create
         * @description Have an address told from now on; the signing secret is in this answer alone. 422 `bad_webhook`, 409 `name_taken`.
         */
        post: operations["webhooks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove
         * @description Tell an address nothing more, and forget what it was told.
         */
        delete: operations["webhooks.remove"];
        options?: never;
        head?: never;
        /**
         * Change
         * @description Change an address, pause it, or put it back into service: then it is told what it missed.
         */
        patch: operations["webhooks.change"];
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deliveries
         * @description List what an address was told, the newest first, with attempts and answers; kept for thirty days.
         */
        get: operations["webhooks.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend
         * @description Tell it once more: the same body under the same `webhook-id`.
         */
        post: operations["webhooks.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate
         * @description Make a new signing secret, in this answer alone; for a while deliveries are signed with both.
         */
        post: operations["webhooks.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Test
         * @description Tell an address that it is being tried; what became of it stands among its deliveries.
         */
        post: operations["webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-chat/conversas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversas
         * @description List conversations under the names older clients know; `status` is ativa, aguardando or arquivada, or none for all.
         */
        get: operations["overview.conversas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-chat/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Funnel
         * @description Read the funnel under the names older clients know; the same figures as the overview.
         */
        get: operations["overview.funnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/conectar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pair
         * @description Connect a number: get the code of this moment, or put an account into service that needs none.
         *
         *     Repeating it is harmless and gives the code that is good now.
         */
        post: operations["channels.pair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/desconectar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unpair
         * @description Disconnect a number: its session ends on the phone too, and nothing leaves through it any more.
         *
         *     Where the gateway cannot be reached the channel goes out of service all the same, and the reason says that the phone
         *     was not told.
         */
        post: operations["channels.unpair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Status
         * @description Read the connections under the names older clients know.
         */
        get: operations["channels.status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live
         * @description Say that the process answers.
         */
        get: operations["health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/{dependency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dependency Health
         * @description Say how the database, the queue or the WhatsApp channels are; 503 where `unavailable`.
         *
         *     `redis` and `supabase` are names that older monitors ask for: the queue and the database answer.
         */
        get: operations["health.dependency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Metrics
         * @description Read the installation's figures as Prometheus text: from this machine itself, or with RECADO_METRICS_TOKEN.
         */
        get: operations["metrics.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Say whether the database answers; 503 where it does not.
         */
        get: operations["health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcceptInput
         * @description The answer to an invitation; whoever has an account types the password they have.
         */
        AcceptInput: {
            /** Name */
            name: string;
            /** Password */
            password: string;
            /** Token */
            token: string;
            /** Totp */
            totp?: string | null;
        };
        /**
         * AcceptMergeInput
         * @description Whose row stays; the older one where nobody says.
         */
        AcceptMergeInput: {
            /** Kept Id */
            kept_id?: string | null;
        };
        /**
         * ActorOutput
         * @description Who did it.
         */
        ActorOutput: {
            /** Id */
            id: string | null;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /**
         * AddNoteShape
         * @description Write a note that only colleagues see.
         */
        AddNoteShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "add_note";
            /** Text */
            text: string;
        };
        /**
         * AnalyticsOutput
         * @description What the flow did in the last `days` and today; not `complete` while a backlog is still being counted.
         */
        AnalyticsOutput: {
            /** Complete */
            complete: boolean;
            /** Completions */
            completions: number;
            /** Days */
            days: number;
            /** Edges */
            edges: components["schemas"]["EdgeFigures"][];
            /** Nodes */
            nodes: components["schemas"]["NodeFigures"][];
            /** Splits */
            splits: components["schemas"]["SplitFigures"][];
            /** Starts */
            starts: number;
        };
        /**
         * ApiKeyInput
         * @description A key to make. Without `expires_at` it lives until it is revoked.
         */
        ApiKeyInput: {
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name: string;
            /** Scopes */
            scopes: string[];
        };
        /**
         * ApiKeyOutput
         * @description A key, without its secret. `last_used_at` is exact to the hour.
         */
        ApiKeyOutput: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Created By
             * Format: uuid
             */
            created_by: string;
            /** Expires At */
            expires_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Prefix */
            prefix: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Scopes */
            scopes: string[];
        };
        /**
         * ApiKeysOutput
         * @description A page of keys, and the scopes that a key can be given.
         */
        ApiKeysOutput: {
            /** Available Scopes */
            available_scopes: string[];
            /** Items */
            items: components["schemas"]["ApiKeyOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ArmFigures
         * @description An arm of a split: how many sessions took it, how many of them came to an end of the flow, that share with its
         *     95 % interval (null where nobody took it).
         */
        ArmFigures: {
            /** Completed */
            completed: number;
            /** Entered */
            entered: number;
            /** Exit */
            exit: string;
            /** High */
            high: number | null;
            /** Low */
            low: number | null;
            /** Rate */
            rate: number | null;
        };
        /**
         * AskOutput
         * @description What the flow asks of the outside; the answer is the next input, with its `key`.
         */
        AskOutput: {
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Request */
            request: {
                [key: string]: unknown;
            };
        };
        /**
         * AssignInput
         * @description Whose a conversation is to be; neither person nor team means nobody's.
         *
         *     `seen_assignee_id` is whose it was on the caller's screen: where a colleague took it meanwhile, the answer is 409.
         */
        AssignInput: {
            /** Member Id */
            member_id?: string | null;
            /**
             * Note
             * @default
             */
            note?: string;
            /** Seen Assignee Id */
            seen_assignee_id?: string | null;
            /** Team Id */
            team_id?: string | null;
        };
        /**
         * AssignmentOutput
         * @description One change of hands. `by` is empty where a rule decided; `seen` tells whether the receiver has read the note.
         */
        AssignmentOutput: {
            /** Actor */
            actor: string;
            /** Actor Id */
            actor_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            member: components["schemas"]["Named"] | null;
            /** Note */
            note: string;
            /** Reason */
            reason: string;
            /** Seen */
            seen: boolean;
            team: components["schemas"]["Named"] | null;
        };
        /**
         * AssignmentsOutput
         * @description Through whose hands a conversation went, the newest first.
         */
        AssignmentsOutput: {
            /** Items */
            items: components["schemas"]["AssignmentOutput"][];
        };
        /**
         * AssignShape
         * @description Give the conversation to a team, to a person, or to a person in a team.
         */
        AssignShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "assign";
            /** Member Id */
            member_id?: string | null;
            /** Team Id */
            team_id?: string | null;
        };
        /**
         * AuditEntryOutput
         * @description A sensitive act. `seal_index` is its place in the chain, null for the second before it is sealed.
         */
        AuditEntryOutput: {
            /** Action */
            action: string;
            actor: components["schemas"]["ActorOutput"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Seal Index */
            seal_index: number | null;
            /** Session Id */
            session_id: string | null;
            /** Subject Id */
            subject_id: string;
            /** Subject Kind */
            subject_kind: string;
        };
        /**
         * AuditOutput
         * @description A page of the audit trail, the newest first, and every act that the trail knows, to filter by.
         */
        AuditOutput: {
            /** Actions */
            actions: string[];
            /** Items */
            items: components["schemas"]["AuditEntryOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AutomationChange
         * @description One written anew, over the `revision` that was looked at.
         */
        AutomationChange: {
            /** Name */
            name: string;
            /** Revision */
            revision: number;
            /**
             * @default {
             *       "actions": [],
             *       "again_after_minutes": 0,
             *       "conditions": {
             *         "join": "all",
             *         "kind": "group",
             *         "tests": []
             *       },
             *       "hours": "always",
             *       "per_hour": 5,
             *       "wait_minutes": 0
             *     }
             */
            rule?: components["schemas"]["RuleShape-Input"];
            /** Triggers */
            triggers: string[];
        };
        /**
         * AutomationInput
         * @description A new automation: a draft until it is switched on.
         */
        AutomationInput: {
            /** Name */
            name: string;
            /**
             * @default {
             *       "actions": [],
             *       "again_after_minutes": 0,
             *       "conditions": {
             *         "join": "all",
             *         "kind": "group",
             *         "tests": []
             *       },
             *       "hours": "always",
             *       "per_hour": 5,
             *       "wait_minutes": 0
             *     }
             */
            rule?: components["schemas"]["RuleShape-Input"];
            /** Triggers */
            triggers: string[];
        };
        /**
         * AutomationOutput
         * @description An automation as it stands.
         */
        AutomationOutput: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By Name */
            changed_by_name: string;
            /** Enabled At */
            enabled_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Position */
            position: number;
            /** Revision */
            revision: number;
            rule: components["schemas"]["RuleShape-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "on" | "off";
            /** Triggers */
            triggers: string[];
        };
        /**
         * AutomationsOutput
         * @description Every automation in its order.
         */
        AutomationsOutput: {
            /** Items */
            items: components["schemas"]["ListedAutomation"][];
        };
        /**
         * AvailableInput
         * @description Does the caller take what comes?
         */
        AvailableInput: {
            /** Available */
            available: boolean;
        };
        /**
         * BoardOutput
         * @description A pipeline as a board.
         */
        BoardOutput: {
            /** Origins */
            origins: components["schemas"]["OriginOutput"][];
            pipeline: components["schemas"]["PipelineOutput"];
            /** Stages */
            stages: components["schemas"]["ColumnOutput"][];
        };
        /**
         * BotInput
         * @description A new bot.
         */
        BotInput: {
            /** Bubble Window Ms */
            bubble_window_ms?: number | null;
            /** Entry Flow Id */
            entry_flow_id?: string | null;
            /** Fallback Text */
            fallback_text?: string | null;
            /** Is Fallback */
            is_fallback?: boolean | null;
            /** Keywords */
            keywords?: string[] | null;
            /** Language */
            language?: ("pt-BR" | "en" | "es") | null;
            /** Name */
            name: string;
            /** Session Minutes */
            session_minutes?: number | null;
        };
        /**
         * BotOutput
         * @description A bot and its settings.
         */
        BotOutput: {
            /** Bubble Window Ms */
            bubble_window_ms: number;
            /** Entry Flow Id */
            entry_flow_id: string | null;
            /** Entry Flow Name */
            entry_flow_name: string;
            /** Fallback Text */
            fallback_text: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Fallback */
            is_fallback: boolean;
            /** Keywords */
            keywords: string[];
            /** Language */
            language: string;
            /** Name */
            name: string;
            /** Session Minutes */
            session_minutes: number;
        };
        /**
         * BotSettingsInput
         * @description What can be set of a bot; what is absent stays. Times in milliseconds and minutes.
         */
        BotSettingsInput: {
            /** Bubble Window Ms */
            bubble_window_ms?: number | null;
            /** Entry Flow Id */
            entry_flow_id?: string | null;
            /** Fallback Text */
            fallback_text?: string | null;
            /** Is Fallback */
            is_fallback?: boolean | null;
            /** Keywords */
            keywords?: string[] | null;
            /** Language */
            language?: ("pt-BR" | "en" | "es") | null;
            /** Name */
            name?: string | null;
            /** Session Minutes */
            session_minutes?: number | null;
        };
        /**
         * BotsOutput
         * @description The bots, oldest first.
         */
        BotsOutput: {
            /** Items */
            items: components["schemas"]["BotOutput"][];
        };
        /**
         * BulkInput
         * @description One act on up to a hundred conversations. `assign` needs `assignee_id` or null for nobody; tags need `tag`.
         */
        BulkInput: {
            /**
             * Action
             * @enum {string}
             */
            action: "archive" | "assign" | "tag" | "untag" | "mark_read" | "mark_unread";
            /** Assignee Id */
            assignee_id?: string | null;
            /** Ids */
            ids: string[];
            /**
             * Tag
             * @default
             */
            tag?: string;
        };
        /**
         * BulkOutput
         * @description What became of each, in the order asked for.
         */
        BulkOutput: {
            /** Items */
            items: components["schemas"]["BulkResult"][];
        };
        /**
         * BulkResult
         * @description What became of one: `done`, or the code of what refused it.
         */
        BulkResult: {
            /**
             * Code
             * @default
             */
            code?: string;
            /** Done */
            done: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * ButtonValueInput
         * @description What ends the address of a button, what it copies, or what its tap brings back.
         */
        ButtonValueInput: {
            /** Index */
            index: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "url" | "copy_code" | "payload";
            /** Value */
            value: string;
        };
        /**
         * CalledFlow
         * @description A flow that a node may call.
         */
        CalledFlow: {
            /** Bot Id */
            bot_id: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * CallWebhookShape
         * @description Tell one of the organization's addresses outside.
         */
        CallWebhookShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "call_webhook";
            /**
             * Webhook Id
             * Format: uuid
             */
            webhook_id: string;
        };
        /**
         * CapInput
         * @description How many open conversations a rule gives somebody at most.
         */
        CapInput: {
            /** Cap */
            cap: number;
        };
        /**
         * CaseOutput
         * @description How one case went. Where it failed: at which `step` (from 0) and `line` of the text, a `sentence` in Portuguese, what was
         *     expected and what came, and the shortest script that fails in the same way. Scripts are lines as they stand in the text.
         *     `warnings` are sentences about what passes here and would not on WhatsApp: free text outside the window of 24 hours.
         */
        CaseOutput: {
            /** Code */
            code: string;
            /** Expected */
            expected: string;
            /** Got */
            got: string;
            /** Line */
            line: number;
            /** Name */
            name: string;
            /** Passed */
            passed: boolean;
            /** Script */
            script: string[];
            /** Sentence */
            sentence: string;
            /** Shortest */
            shortest: string[];
            /** Step */
            step: number | null;
            /** Warnings */
            warnings: string[];
        };
        /**
         * CatalogueOutput
         * @description Everything that an automation of this organization can be made of.
         */
        CatalogueOutput: {
            /** Fields */
            fields: components["schemas"]["FieldOutput"][];
            /** Named */
            named: components["schemas"]["NamedOutput"][];
            /** Ops */
            ops: {
                [key: string]: components["schemas"]["WordOutput"][];
            };
            /** Tags */
            tags: string[];
            /** Templates */
            templates: components["schemas"]["TemplateName"][];
            /** Triggers */
            triggers: components["schemas"]["TriggerOutput"][];
        };
        /**
         * ChangeOutput
         * @description One difference between two versions, in Portuguese.
         */
        ChangeOutput: {
            /** Kind */
            kind: string;
            /** Node */
            node: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * ChangesOutput
         * @description All of them, in the order of the flow.
         */
        ChangesOutput: {
            /** Changes */
            changes: components["schemas"]["ChangeOutput"][];
        };
        /**
         * ChannelOutput
         * @description A connection, its state and since when.
         */
        ChannelOutput: {
            /** Adapter */
            adapter: string;
            /** External Id */
            external_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Fallback */
            is_fallback: boolean;
            /** Last Checked At */
            last_checked_at: string | null;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Reason */
            state_reason: string;
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
        };
        /**
         * ChannelPage
         * @description Every connection of the organization.
         */
        ChannelPage: {
            /** Items */
            items: components["schemas"]["ChannelOutput"][];
        };
        /**
         * ChannelShown
         * @description The number a conversation runs on. `reactions`: messages there can be answered with an emoji.
         */
        ChannelShown: {
            /** Adapter */
            adapter: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Reactions */
            reactions: boolean;
        };
        /**
         * CheckInput
         * @description A definition to look at; nothing is saved. `flow_id` says which flow it is the draft of.
         */
        CheckInput: {
            /** Definition */
            definition: {
                [key: string]: unknown;
            };
            /** Flow Id */
            flow_id?: string | null;
        };
        /**
         * CheckOutput
         * @description What a check found, and the exits that each node has with its options.
         */
        CheckOutput: {
            /** Exits */
            exits: {
                [key: string]: components["schemas"]["ExitOutput"][];
            };
            /** Problems */
            problems: components["schemas"]["ProblemOutput"][];
        };
        /**
         * ChoiceOutput
         * @description An organization to switch to.
         */
        ChoiceOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
        };
        /**
         * CloudChannelInput
         * @description A number of Meta's own API. `external_id` is its phone number id, `business_id` that of the business account.
         */
        CloudChannelInput: {
            /** Access Token */
            access_token: string;
            /** App Secret */
            app_secret: string;
            /**
             * Business Id
             * @default
             */
            business_id?: string;
            /** External Id */
            external_id: string;
            /** Name */
            name: string;
            /**
             * Number
             * @default
             */
            number?: string;
            /** Verify Token */
            verify_token: string;
        };
        /**
         * ColleagueOutput
         * @description Somebody who may answer. `present`: their screen is open and they take what comes; `at_hand` counts open conversations.
         */
        ColleagueOutput: {
            /** At Hand */
            at_hand: number;
            /** Available */
            available: boolean;
            /** Cap */
            cap: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Present */
            present: boolean;
            /** Role */
            role: string;
            /** Team Ids */
            team_ids: string[];
        };
        /**
         * ColumnOutput
         * @description A stage with its totals over everything that the filter means, and the first deals in it.
         */
        ColumnOutput: {
            /**
             * Color
             * @enum {string}
             */
            color: "grey" | "blue" | "green" | "amber" | "red";
            /** Count */
            count: number;
            /** Deals */
            deals: components["schemas"]["DealOutput"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "open" | "won" | "lost";
            /** Name */
            name: string;
            /** Next Cursor */
            next_cursor: string | null;
            /** Value Cents */
            value_cents: number;
        };
        /**
         * ConnectInput
         * @description Which connection, by which kind of code, and for a pairing code the number of the phone that will type it.
         */
        ConnectInput: {
            /**
             * Connection Id
             * Format: uuid
             */
            connection_id: string;
            /**
             * Method
             * @default qr
             * @enum {string}
             */
            method?: "pairing_code" | "qr";
            /**
             * Phone
             * @default
             */
            phone?: string;
        };
        /**
         * Connection
         * @description A number, how it is, and since when.
         */
        Connection: {
            /** Adapter */
            adapter: string;
            /** External Id */
            external_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Fallback */
            is_fallback: boolean;
            /** Last Checked At */
            last_checked_at: string | null;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Reason */
            state_reason: string;
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
        };
        /**
         * ConnectionStatus
         * @description A connection under the names older clients know.
         */
        ConnectionStatus: {
            /** Channel */
            channel: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Checked At */
            last_checked_at: string | null;
            /** Number */
            number: string;
            /** Reason */
            reason: string;
            /** Shouldreconnect */
            shouldReconnect: boolean;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** State */
            state: string;
        };
        /**
         * ConnectOutput
         * @description How far it is. `qr` is the text of a QR code; a code is good until `expires_at` and is then asked for again.
         */
        ConnectOutput: {
            /** Expires At */
            expires_at: string | null;
            /** Pairing Code */
            pairing_code: string | null;
            /** Qr */
            qr: string | null;
            /** State */
            state: string;
        };
        /**
         * ContactCardOutput
         * @description A person as lists show them.
         */
        ContactCardOutput: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Fields */
            fields: {
                [key: string]: unknown;
            };
            /** Given Name */
            given_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Marketing Stopped At */
            marketing_stopped_at: string | null;
            /** Merged Into */
            merged_into: string | null;
            /** Name */
            name: string;
            /** Opted Out At */
            opted_out_at: string | null;
            /** Phone */
            phone: string;
            /** Phone Shown */
            phone_shown: string;
            /** Source */
            source: string;
            /** Tags */
            tags: string[];
        };
        /**
         * ContactChangeInput
         * @description What is to change; fields that are not named stay, null clears one.
         */
        ContactChangeInput: {
            /**
             * Fields
             * @default {}
             */
            fields?: {
                [key: string]: string | number | boolean | null;
            };
            /** Name */
            name?: string | null;
        };
        /**
         * ContactFieldChangeInput
         * @description Another label, other choices.
         */
        ContactFieldChangeInput: {
            /** Choices */
            choices?: string[] | null;
            /** Label */
            label?: string | null;
        };
        /**
         * ContactFieldInput
         * @description A new field. Flows name it `contact.fields.<key>`; the key is made from the label where none is given.
         */
        ContactFieldInput: {
            /** Choices */
            choices?: string[];
            /**
             * Key
             * @default
             */
            key?: string;
            /** Label */
            label: string;
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "number" | "money" | "date" | "choice" | "boolean";
        };
        /**
         * ContactFieldOutput
         * @description A custom field; money is in centavos, dates are ISO 8601.
         */
        ContactFieldOutput: {
            /** Choices */
            choices: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Type */
            type: string;
        };
        /**
         * ContactFieldsOutput
         * @description All custom fields, the oldest first.
         */
        ContactFieldsOutput: {
            /** Items */
            items: components["schemas"]["ContactFieldOutput"][];
        };
        /**
         * ContactNoteInput
         * @description A note for colleagues.
         */
        ContactNoteInput: {
            /** Text */
            text: string;
        };
        /**
         * ContactOutput
         * @description The person at the other end; `phone` as people read it, empty where the channel hides it.
         */
        ContactOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Opted Out */
            opted_out: boolean;
            /** Phone */
            phone: string;
        };
        /**
         * Conversa
         * @description A conversation under the names that older clients know. `telefone` is as people read it.
         */
        Conversa: {
            /** Aguardando Desde */
            aguardando_desde: string | null;
            /** Atendente */
            atendente: string;
            /** Canal */
            canal: string;
            /** Contato */
            contato: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Nao Lidas */
            nao_lidas: number;
            /**
             * Status
             * @enum {string}
             */
            status: "ativa" | "aguardando" | "arquivada";
            /** Telefone */
            telefone: string;
            /** Ultima Mensagem */
            ultima_mensagem: string;
            /**
             * Ultima Mensagem Em
             * Format: date-time
             */
            ultima_mensagem_em: string;
        };
        /**
         * Conversas
         * @description One page, the newest message first; `total` counts what the caller may see in that status.
         */
        Conversas: {
            /** Items */
            items: components["schemas"]["Conversa"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /**
         * ConversationOutput
         * @description A conversation as lists and headers show it.
         */
        ConversationOutput: {
            /**
             * Answerer
             * @enum {string}
             */
            answerer: "flow" | "agent" | "person";
            /** Archived At */
            archived_at: string | null;
            assignee: components["schemas"]["Named"] | null;
            /** Bot Id */
            bot_id: string | null;
            channel: components["schemas"]["ChannelShown"];
            contact: components["schemas"]["ContactOutput"];
            handoff: components["schemas"]["recado__conversations__schemas__conversations__HandoffOutput"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            last_message: components["schemas"]["LastMessage"];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Previous Id */
            previous_id: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "active" | "waiting" | "archived";
            /** State Reason */
            state_reason: string;
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            team: components["schemas"]["Named"] | null;
            /** Unread */
            unread: number;
            /** Waiting Since */
            waiting_since: string | null;
            window: components["schemas"]["WindowOutput"] | null;
        };
        /**
         * ConversationPage
         * @description One page of a list; `next_cursor` fetches the next one.
         */
        ConversationPage: {
            counts: components["schemas"]["Counts"];
            /** Items */
            items: components["schemas"]["ConversationOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ConversionOutput
         * @description What became of the deals that entered in the period.
         */
        ConversionOutput: {
            /** Losses */
            losses: components["schemas"]["LossOutput"][];
            /** Origins */
            origins: components["schemas"]["GroupOutput"][];
            /** Steps */
            steps: components["schemas"]["StepOutput"][];
            whole: components["schemas"]["GroupOutput"];
        };
        /**
         * CountOutput
         * @description How many conversations; `more` says that there are more than `n`.
         */
        CountOutput: {
            /** More */
            more: boolean;
            /** N */
            n: number;
        };
        /**
         * Counts
         * @description How many conversations are in each state.
         */
        Counts: {
            /** Active */
            active: number;
            /** Archived */
            archived: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * CoverageOutput
         * @description How much of a flow the cases walk: its nodes, and the exits that lead somewhere.
         */
        CoverageOutput: {
            /** Exits */
            exits: number;
            /** Exits Seen */
            exits_seen: number;
            /** Flow */
            flow: string;
            /** Missing */
            missing: components["schemas"]["MissingExit"][];
            /** Missing Nodes */
            missing_nodes: string[];
            /** Name */
            name: string;
            /** Nodes */
            nodes: number;
            /** Nodes Seen */
            nodes_seen: number;
        };
        /**
         * CreateDealShape
         * @description Begin a deal, unless one is open there.
         */
        CreateDealShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "create_deal";
            /**
             * Even If Open
             * @default false
             */
            even_if_open?: boolean;
            /**
             * Pipeline Id
             * Format: uuid
             */
            pipeline_id: string;
            /** Stage Id */
            stage_id?: string | null;
            /**
             * Title
             * @default
             */
            title?: string;
            /**
             * Value Cents
             * @default 0
             */
            value_cents?: number;
        };
        /**
         * CsatComment
         * @description What somebody wrote beside their score.
         */
        CsatComment: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Contact Name */
            contact_name: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Score */
            score: number;
            /** Text */
            text: string;
        };
        /**
         * CsatReportOutput
         * @description What people thought of the conversations about which they were asked in a time.
         */
        CsatReportOutput: {
            /** Comments */
            comments: components["schemas"]["CsatComment"][];
            /**
             * From
             * Format: date
             */
            from: string;
            /** People */
            people: components["schemas"]["CsatScores"][];
            /** Teams */
            teams: components["schemas"]["CsatScores"][];
            /**
             * To
             * Format: date
             */
            to: string;
            totals: components["schemas"]["CsatScores"];
        };
        /**
         * CsatScores
         * @description How many were asked, and how many gave each score from 1 to 5; shares run from 0 to 1.
         */
        CsatScores: {
            /** Answered */
            answered: number;
            /** Asked */
            asked: number;
            /** Average */
            average: number | null;
            /** Counts */
            counts: number[];
            /** Key */
            key: string | null;
            /** Name */
            name: string;
            /** Response Rate */
            response_rate: number | null;
            /** Satisfied */
            satisfied: number | null;
        };
        /**
         * CsatSettingsInput
         * @description Whether and how people are asked. An empty `comment_question` asks for no comment.
         */
        CsatSettingsInput: {
            /**
             * Asks
             * @enum {string}
             */
            asks: "all" | "people";
            /**
             * Comment Question
             * @default
             */
            comment_question?: string;
            /** Enabled */
            enabled: boolean;
            /** Every Days */
            every_days: number;
            /** Question */
            question: string;
            /**
             * Style
             * @enum {string}
             */
            style: "numbers" | "emojis" | "stars";
            /** Thanks */
            thanks: string;
        };
        /**
         * CsatSettingsOutput
         * @description What the organization has set.
         */
        CsatSettingsOutput: {
            /**
             * Asks
             * @enum {string}
             */
            asks: "all" | "people";
            /** Comment Question */
            comment_question: string;
            /** Enabled */
            enabled: boolean;
            /** Every Days */
            every_days: number;
            /** Question */
            question: string;
            /**
             * Style
             * @enum {string}
             */
            style: "numbers" | "emojis" | "stars";
            /** Thanks */
            thanks: string;
        };
        /**
         * DayOutput
         * @description What was read on a day; understood is neither out of scope nor doubted.
         */
        DayOutput: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Doubted */
            doubted: number;
            /** Out Of Scope */
            out_of_scope: number;
            /** Top */
            top: components["schemas"]["LabelTally"][];
            /** Total */
            total: number;
            /** Understood */
            understood: number;
        };
        /**
         * DeadLetterOutput
         * @description Something that could not be handled: what, why, and after how many tries.
         */
        DeadLetterOutput: {
            /** Attempts */
            attempts: number;
            /** Cause */
            cause: string;
            /** Conversation Id */
            conversation_id: string | null;
            /**
             * Died At
             * Format: date-time
             */
            died_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** State */
            state: string;
            /** Summary */
            summary: string;
        };
        /**
         * DeadLetterPage
         * @description One page, the newest first.
         */
        DeadLetterPage: {
            /** Items */
            items: components["schemas"]["DeadLetterOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * DealChange
         * @description What changes of a deal over the revision that was looked at; what is absent stays. Null empties.
         */
        DealChange: {
            /** Conversation Id */
            conversation_id?: string | null;
            /** Expected On */
            expected_on?: string | null;
            /** Origin */
            origin?: string | null;
            /** Owner Id */
            owner_id?: string | null;
            /** Revision */
            revision: number;
            /** Title */
            title?: string | null;
            /** Value Cents */
            value_cents?: number | null;
        };
        /**
         * DealInput
         * @description A new deal. Who it is with: `contact_id`, the conversation (id or phone), or a `phone` with the `name` of somebody new.
         */
        DealInput: {
            /** Contact Id */
            contact_id?: string | null;
            /**
             * Conversation Ref
             * @default
             */
            conversation_ref?: string;
            /** Expected On */
            expected_on?: string | null;
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Origin
             * @default
             */
            origin?: string;
            /** Owner Id */
            owner_id?: string | null;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Pipeline Id
             * Format: uuid
             */
            pipeline_id: string;
            /** Reason Id */
            reason_id?: string | null;
            /**
             * Reason Note
             * @default
             */
            reason_note?: string;
            /** Stage Id */
            stage_id?: string | null;
            /**
             * Title
             * @default
             */
            title?: string;
            /**
             * Value Cents
             * @default 0
             */
            value_cents?: number;
        };
        /**
         * DealOutput
         * @description A deal. `kind` is that of its stage; whoever changes it says the `revision` they saw.
         */
        DealOutput: {
            /** Closed At */
            closed_at: string | null;
            contact: components["schemas"]["PersonOutput"];
            /** Conversation Id */
            conversation_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Currency
             * @constant
             */
            currency: "BRL";
            /** Expected On */
            expected_on: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "open" | "won" | "lost";
            /** Origin */
            origin: string;
            owner: components["schemas"]["OwnerOutput"] | null;
            /**
             * Pipeline Id
             * Format: uuid
             */
            pipeline_id: string;
            reason: components["schemas"]["WhyOutput"] | null;
            /** Revision */
            revision: number;
            /**
             * Stage Id
             * Format: uuid
             */
            stage_id: string;
            /**
             * Stage Since
             * Format: date-time
             */
            stage_since: string;
            /** Title */
            title: string;
            /** Value Cents */
            value_cents: number;
        };
        /**
         * DealPage
         * @description A deal with where it has been, the last move first.
         */
        DealPage: {
            /** Closed At */
            closed_at: string | null;
            contact: components["schemas"]["PersonOutput"];
            /** Conversation Id */
            conversation_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Currency
             * @constant
             */
            currency: "BRL";
            /** Expected On */
            expected_on: string | null;
            /** History */
            history: components["schemas"]["MoveOutput"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "open" | "won" | "lost";
            /** Origin */
            origin: string;
            owner: components["schemas"]["OwnerOutput"] | null;
            /**
             * Pipeline Id
             * Format: uuid
             */
            pipeline_id: string;
            reason: components["schemas"]["WhyOutput"] | null;
            /** Revision */
            revision: number;
            /**
             * Stage Id
             * Format: uuid
             */
            stage_id: string;
            /**
             * Stage Since
             * Format: date-time
             */
            stage_since: string;
            /** Title */
            title: string;
            /** Value Cents */
            value_cents: number;
        };
        /**
         * DealsOutput
         * @description Deals; where there is more, `next_cursor` says how to go on.
         */
        DealsOutput: {
            /** Items */
            items: components["schemas"]["DealOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Delegation
         * @description Delegations to Viviane, by state.
         */
        Delegation: {
            /** Failed */
            failed: number;
            /** Pending */
            pending: number;
            /** Sent */
            sent: number;
            /** Total */
            total: number;
        };
        /**
         * DelegationCounts
         * @description How many are in each state; `total` is their sum.
         */
        DelegationCounts: {
            /** Failed */
            failed: number;
            /** Pending */
            pending: number;
            /** Sent */
            sent: number;
            /** Total */
            total: number;
        };
        /**
         * DelegationInput
         * @description What Viviane is to write, and to whom: the person of a conversation (its id or a phone), or a contact.
         */
        DelegationInput: {
            /** Contact Id */
            contact_id?: string | null;
            /**
             * Conversation
             * @default
             */
            conversation?: string;
            template?: components["schemas"]["TemplateInput"] | null;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * DelegationOutput
         * @description Something asked of Viviane. `receipt` is the provider's number of the message; `failure_code` says why it failed.
         */
        DelegationOutput: {
            /** Attempts */
            attempts: number;
            /**
             * Contact Id
             * Format: uuid
             */
            contact_id: string;
            /** Contact Name */
            contact_name: string;
            /** Contact Phone */
            contact_phone: string;
            /** Conversation Id */
            conversation_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Failure Code */
            failure_code: string;
            /** Failure Detail */
            failure_detail: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Message Id */
            message_id: string | null;
            /** Message Status */
            message_status: string;
            /** Receipt */
            receipt: string;
            /** Requested By */
            requested_by: string;
            /** Settled At */
            settled_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "pending" | "sent" | "failed";
            /** Template */
            template: string;
            /** Text */
            text: string;
        };
        /**
         * DelegationPage
         * @description The queue to Viviane: its figures and one page, the newest first.
         */
        DelegationPage: {
            counts: components["schemas"]["DelegationCounts"];
            /** Items */
            items: components["schemas"]["DelegationOutput"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * DependencyHealth
         * @description How a dependency is. `states` are those in which there are channels, without saying whose or how many.
         */
        DependencyHealth: {
            /** Dependency */
            dependency: string;
            /** States */
            states?: string[] | null;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "degraded" | "unavailable";
        };
        /**
         * DeskOutput
         * @description Who works here now. `me` is null for a key.
         */
        DeskOutput: {
            me: components["schemas"]["ColleagueOutput"] | null;
            /** People */
            people: components["schemas"]["ColleagueOutput"][];
            /** Teams */
            teams: components["schemas"]["TeamDuty"][];
        };
        /**
         * DisconnectInput
         * @description Which connection.
         */
        DisconnectInput: {
            /**
             * Connection Id
             * Format: uuid
             */
            connection_id: string;
        };
        /**
         * DoubtOutput
         * @description A message that was not surely understood, without what tells of whom; `times` it was said.
         */
        DoubtOutput: {
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /** Decided At */
            decided_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Label */
            label: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /** Ranked */
            ranked: components["schemas"]["RankedOutput"][];
            /**
             * State
             * @enum {string}
             */
            state: "open" | "labelled" | "skipped";
            /** Text */
            text: string;
            /** Times */
            times: number;
        };
        /**
         * DoubtPage
         * @description One page, those said most often first.
         */
        DoubtPage: {
            /** Items */
            items: components["schemas"]["DoubtOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * DraftButtonInput
         * @description A button of a new template.
         */
        DraftButtonInput: {
            /**
             * Example
             * @default
             */
            example?: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "quick_reply" | "url" | "phone_number" | "copy_code";
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Value
             * @default
             */
            value?: string;
        };
        /**
         * DraftCheckOutput
         * @description What the provider would refuse about a new template, and how it will read with its samples.
         */
        DraftCheckOutput: {
            preview: components["schemas"]["TemplatePreviewOutput"];
            /** Problems */
            problems: components["schemas"]["TemplateProblemOutput"][];
        };
        /**
         * DraftInput
         * @description What the editor saves, over the revision that it showed.
         */
        DraftInput: {
            /** Definition */
            definition: {
                [key: string]: unknown;
            };
            /** Name */
            name?: string | null;
            /** Revision */
            revision: number;
        };
        /**
         * DraftList
         * @description Where the caller has begun to write.
         */
        DraftList: {
            /** Conversation Ids */
            conversation_ids: string[];
        };
        /**
         * DraftOutput
         * @description What stands in the editor; `differs`: it is not what was published.
         */
        DraftOutput: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By Name */
            changed_by_name: string;
            /** Differs */
            differs: boolean;
            /** Revision */
            revision: number;
        };
        /**
         * DurationsOutput
         * @description How many there were and how long they took, in seconds; `open_…` counts only while the organization was open.
         */
        DurationsOutput: {
            /** Count */
            count: number;
            /** Median S */
            median_s: number | null;
            /** Open Median S */
            open_median_s: number | null;
            /** Open P90 S */
            open_p90_s: number | null;
            /** P90 S */
            p90_s: number | null;
        };
        /**
         * EdgeFigures
         * @description An edge: how often it was walked.
         */
        EdgeFigures: {
            /** Exit */
            exit: string;
            /** Node */
            node: string;
            /** Taken */
            taken: number;
        };
        /**
         * EffectOutput
         * @description Something else that the turn would do: `tag`, `contact_field`, `deal`, `end`.
         */
        EffectOutput: {
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Value */
            value: unknown;
        };
        /**
         * EntityOutput
         * @description One thing named in the text, `[start, end)` in characters of it; the value as the taxonomy has it.
         */
        EntityOutput: {
            /** Confidence */
            confidence: number;
            /** End */
            end: number;
            /** Start */
            start: number;
            /** Type */
            type: string;
            /** Value */
            value: unknown;
        };
        /**
         * ExchangeInput
         * @description An input of the simulator, and when it came.
         */
        ExchangeInput: {
            /**
             * Choice Id
             * @default
             */
            choice_id?: string;
            /**
             * Key
             * @default
             */
            key?: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "message" | "timer" | "answer" | "start";
            /**
             * Media Type
             * @default
             * @enum {string}
             */
            media_type?: "" | "image" | "audio" | "video" | "document" | "sticker" | "location";
            /** Moment */
            moment?: string | null;
            /**
             * Ok
             * @default true
             */
            ok?: boolean;
            /**
             * Text
             * @default
             */
            text?: string;
            /** Value */
            value?: unknown;
        };
        /**
         * ExitOutput
         * @description A way out of a node; an `optional` one may lead nowhere.
         */
        ExitOutput: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Optional */
            optional: boolean;
        };
        /**
         * ExitTakenOutput
         * @description An edge that was walked.
         */
        ExitTakenOutput: {
            /** Exit */
            exit: string;
            /** Node */
            node: string;
        };
        /**
         * FactOutput
         * @description A fact that can be told, in words for people.
         */
        FactOutput: {
            /** Label */
            label: string;
            /** Name */
            name: string;
        };
        /**
         * FailureOutput
         * @description Why a message did not arrive; the dashboard words the code.
         */
        FailureOutput: {
            /** Code */
            code: string;
            /**
             * Details
             * @default
             */
            details?: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * FieldOutput
         * @description Something that a condition can look at. `refers` names a list of `named`.
         */
        FieldOutput: {
            /** Choices */
            choices: components["schemas"]["WordOutput"][];
            /** Group */
            group: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Refers */
            refers: string;
        };
        /**
         * Figures
         * @description The six figures; the closing rate runs from 0 to 1 and is null where there is nothing to divide.
         */
        Figures: {
            /** Active */
            active: number;
            /** Archived */
            archived: number;
            /** Closing Rate */
            closing_rate: number | null;
            /** Messages Today */
            messages_today: number;
            /** Total */
            total: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * FiguresOutput
         * @description What was read of customers in the days that end today.
         */
        FiguresOutput: {
            /** Days */
            days: components["schemas"]["DayOutput"][];
            /** Doubted */
            doubted: number;
            /** Out Of Scope */
            out_of_scope: number;
            /** Top */
            top: components["schemas"]["LabelTally"][];
            /** Total */
            total: number;
            /** Understood */
            understood: number;
        };
        /**
         * FilterChoices
         * @description What a list can be narrowed to besides words and states.
         */
        FilterChoices: {
            /** Channels */
            channels: components["schemas"]["Named"][];
            /** Members */
            members: components["schemas"]["Named"][];
            /** Tags */
            tags: string[];
            /** Teams */
            teams: components["schemas"]["Named"][];
        };
        /**
         * FilterInput
         * @description A filter to try.
         */
        FilterInput: {
            /** Filter */
            filter: {
                [key: string]: unknown;
            };
        };
        /**
         * FilterOutput
         * @description A filter of templates, with an example and what it gives.
         */
        FilterOutput: {
            /** Example */
            example: string;
            /** Name */
            name: string;
            /** Result */
            result: string;
        };
        /**
         * FindingOutput
         * @description Something that could not be carried over as it was, or that the reader should know.
         */
        FindingOutput: {
            /** Place */
            place: string;
            /** Sentence */
            sentence: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "info" | "warning" | "error";
        };
        /**
         * FirstStageInput
         * @description A stage of a new pipeline; its place is its place in the list.
         */
        FirstStageInput: {
            /**
             * Color
             * @enum {string}
             */
            color: "grey" | "blue" | "green" | "amber" | "red";
            /**
             * Kind
             * @enum {string}
             */
            kind: "open" | "won" | "lost";
            /** Name */
            name: string;
        };
        /**
         * FlowInput
         * @description A new flow: from a template, from a definition, or empty. Without a bot it is shared.
         */
        FlowInput: {
            /** Bot Id */
            bot_id?: string | null;
            /** Definition */
            definition?: {
                [key: string]: unknown;
            } | null;
            /** Name */
            name: string;
            /** Template */
            template?: string | null;
        };
        /**
         * FlowOutput
         * @description A flow in the editor, with what is wrong with it and the exits of each node.
         */
        FlowOutput: {
            bot: components["schemas"]["NamedBot"] | null;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By Name */
            changed_by_name: string;
            /** Definition */
            definition: {
                [key: string]: unknown;
            };
            /** Exits */
            exits: {
                [key: string]: components["schemas"]["ExitOutput"][];
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Entry */
            is_entry: boolean;
            /** Name */
            name: string;
            /** Problems */
            problems: components["schemas"]["ProblemOutput"][];
            published: components["schemas"]["PublishedOutput"] | null;
            /** Revision */
            revision: number;
        };
        /**
         * FlowsOutput
         * @description The flows, the last changed first.
         */
        FlowsOutput: {
            /** Items */
            items: components["schemas"]["ListedFlowOutput"][];
        };
        /**
         * FoundConversation
         * @description A conversation that was found, and where.
         */
        FoundConversation: {
            conversation: components["schemas"]["ConversationOutput"];
            hit: components["schemas"]["HitOutput"];
        };
        /**
         * FoundOutput
         * @description How many pairs were found.
         */
        FoundOutput: {
            /** Found */
            found: number;
        };
        /**
         * FoundPage
         * @description One page; a short one with a `next_cursor` has more to look through.
         */
        FoundPage: {
            /** Items */
            items: components["schemas"]["FoundConversation"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * FunnelStatus
         * @description The figures under the names that older clients know.
         */
        FunnelStatus: {
            /** Conversas Aguardando */
            conversas_aguardando: number;
            /** Conversas Arquivadas */
            conversas_arquivadas: number;
            /** Conversas Ativas */
            conversas_ativas: number;
            /** Mensagens Hoje */
            mensagens_hoje: number;
            /** Taxa Fechamento */
            taxa_fechamento: number | null;
            /** Total */
            total: number;
        };
        /**
         * GlanceInput
         * @description What the caller does in a conversation right now.
         */
        GlanceInput: {
            /**
             * Doing
             * @enum {string}
             */
            doing: "looking" | "typing" | "gone";
        };
        /**
         * GlanceOutput
         * @description Somebody is there.
         */
        GlanceOutput: {
            /** Doing */
            doing: string;
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
        };
        /**
         * GlancesOutput
         * @description Who is in a conversation right now.
         */
        GlancesOutput: {
            /** Items */
            items: components["schemas"]["GlanceOutput"][];
        };
        /**
         * GrantInput
         * @description A look into an organization to ask for, with the reason that it will read.
         */
        GrantInput: {
            /** Minutes */
            minutes: number;
            /** Organization */
            organization: string;
            /** Reason */
            reason: string;
        };
        /**
         * GrantOutput
         * @description A look of the platform's people into an organization.
         */
        GrantOutput: {
            /** Approved At */
            approved_at: string | null;
            /** Approved By */
            approved_by: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Expires At */
            expires_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Minutes */
            minutes: number;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Reason */
            reason: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** State */
            state: string;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /**
         * GrantsOutput
         * @description What was asked of the organization.
         */
        GrantsOutput: {
            /** Items */
            items: components["schemas"]["GrantOutput"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * GroupOutput
         * @description Deals that share an origin (empty: none was said).
         */
        GroupOutput: {
            /** Conversion */
            conversion: number | null;
            /** Entered */
            entered: number;
            /** Lost */
            lost: number;
            /** Name */
            name: string;
            /** Open */
            open: number;
            /** Won */
            won: number;
            /** Won Cents */
            won_cents: number;
        };
        /**
         * GroupShape
         * @description Comparisons that hold together; an empty group holds.
         */
        "GroupShape-Input": {
            /**
             * Join
             * @default all
             * @enum {string}
             */
            join?: "all" | "any" | "none";
            /**
             * Kind
             * @default group
             * @constant
             */
            kind?: "group";
            /** Tests */
            tests?: (components["schemas"]["TestShape"] | components["schemas"]["GroupShape-Input"])[];
        };
        /**
         * GroupShape
         * @description Comparisons that hold together; an empty group holds.
         */
        "GroupShape-Output": {
            /**
             * Join
             * @default all
             * @enum {string}
             */
            join?: "all" | "any" | "none";
            /**
             * Kind
             * @default group
             * @constant
             */
            kind?: "group";
            /** Tests */
            tests?: (components["schemas"]["TestShape"] | components["schemas"]["GroupShape-Output"])[];
        };
        /**
         * HandBackShape
         * @description Let the bot answer again.
         */
        HandBackShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "hand_back";
        };
        /**
         * HandoffChange
         * @description How urgent a transbordo is.
         */
        HandoffChange: {
            /** Lead Class */
            lead_class?: ("high" | "medium" | "low" | "unrated") | null;
            /** Priority */
            priority?: ("low" | "normal" | "high") | null;
        };
        /**
         * HandoffCounts
         * @description How many are open, how many of those are late, how many are taken; since when the oldest open one waits.
         */
        HandoffCounts: {
            /** Late */
            late: number;
            /** Oldest */
            oldest: string | null;
            /** Open */
            open: number;
            /** Taken */
            taken: number;
        };
        /**
         * HandoffHistory
         * @description Every transbordo of one conversation, the newest first.
         */
        HandoffHistory: {
            /** Items */
            items: components["schemas"]["HandoffTask"][];
        };
        /**
         * HandoffPage
         * @description One page; what is open by its target, so that late ones come first.
         */
        HandoffPage: {
            counts: components["schemas"]["HandoffCounts"];
            /** Items */
            items: components["schemas"]["HandoffTask"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Handoffs
         * @description Transbordos that are not over; `late` ones are among the open ones. `oldest` is when the first open one began.
         */
        Handoffs: {
            /** Late */
            late: number;
            /** Oldest */
            oldest: string | null;
            /** Open */
            open: number;
            /** Taken */
            taken: number;
        };
        /**
         * HandoffSettingsBody
         * @description Targets in minutes by the class of the lead, and who is told. Numbers are written as people write them.
         */
        HandoffSettingsBody: {
            /** Channel Id */
            channel_id?: string | null;
            /**
             * Email Recipients
             * @default []
             */
            email_recipients?: string[];
            /**
             * Expires After Hours
             * @default 72
             */
            expires_after_hours?: number;
            /**
             * High Minutes
             * @default 5
             */
            high_minutes?: number;
            /**
             * Late Email Recipients
             * @default []
             */
            late_email_recipients?: string[];
            /**
             * Late Whatsapp Recipients
             * @default []
             */
            late_whatsapp_recipients?: string[];
            /**
             * Low Minutes
             * @default 60
             */
            low_minutes?: number;
            /**
             * Medium Minutes
             * @default 15
             */
            medium_minutes?: number;
            /**
             * Template Language
             * @default pt_BR
             */
            template_language?: string;
            /**
             * Template Name
             * @default
             */
            template_name?: string;
            /**
             * Unrated Minutes
             * @default 30
             */
            unrated_minutes?: number;
            /**
             * Whatsapp Recipients
             * @default []
             */
            whatsapp_recipients?: string[];
        };
        /**
         * HandoffSettingsOutput
         * @description The settings that hold; `email_ready` says whether the installation can send letters at all.
         */
        HandoffSettingsOutput: {
            /** Channel Id */
            channel_id: string | null;
            /** Email Ready */
            email_ready: boolean;
            /** Email Recipients */
            email_recipients: string[];
            /** Expires After Hours */
            expires_after_hours: number;
            /** High Minutes */
            high_minutes: number;
            /** Late Email Recipients */
            late_email_recipients: string[];
            /** Late Whatsapp Recipients */
            late_whatsapp_recipients: string[];
            /** Low Minutes */
            low_minutes: number;
            /** Medium Minutes */
            medium_minutes: number;
            /** Template Language */
            template_language: string;
            /** Template Name */
            template_name: string;
            /** Unrated Minutes */
            unrated_minutes: number;
            /** Whatsapp Recipients */
            whatsapp_recipients: string[];
        };
        /**
         * HandoffTask
         * @description A transbordo. `late` where nobody took it by `due_at`.
         */
        HandoffTask: {
            /** Channel Name */
            channel_name: string;
            /**
             * Contact Id
             * Format: uuid
             */
            contact_id: string;
            /** Contact Name */
            contact_name: string;
            /** Contact Phone */
            contact_phone: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Late */
            late: boolean;
            /** Lead Class */
            lead_class: string;
            /** Notices */
            notices: components["schemas"]["NoticeOutput"][];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Preview */
            preview: string;
            /** Priority */
            priority: string;
            /** Reason */
            reason: string;
            /** Resolved At */
            resolved_at: string | null;
            /** State */
            state: string;
            /** Summary */
            summary: string;
            /** Taken At */
            taken_at: string | null;
            /** Taken By */
            taken_by: string;
            /** Team */
            team: string;
        };
        /**
         * HappeningOutput
         * @description One line of a timeline: message, state, flow, note, consent, merged, imported and others.
         */
        HappeningOutput: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Conversation Id */
            conversation_id: string | null;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
        };
        /**
         * Health
         * @description One word: `ok`, `degraded` (works, and somebody should look) or `unavailable`.
         */
        Health: {
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "degraded" | "unavailable";
        };
        /**
         * HeardOutput
         * @description Something that has happened, by its number.
         */
        HeardOutput: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Conversation Id */
            conversation_id: string | null;
            /** Name */
            name: string;
            /** Seq */
            seq: number;
        };
        /**
         * HitOutput
         * @description Why a conversation was found: by its person (`message_id` is null), or by what a message says.
         */
        HitOutput: {
            /** At */
            at: string | null;
            /** Author */
            author: string;
            /** Message Id */
            message_id: string | null;
            /** Snippet */
            snippet: components["schemas"]["PieceOutput"][];
        };
        /**
         * HolidayOutput
         * @description A holiday that the organization keeps.
         */
        HolidayOutput: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Name */
            name: string;
        };
        /**
         * Hour
         * @description Messages in one hour of today.
         */
        Hour: {
            /** Hour */
            hour: number;
            /** In */
            in: number;
            /** Out */
            out: number;
        };
        /**
         * HoursInput
         * @description The seven days, Monday first, each with its spans; null: always open.
         */
        HoursInput: {
            /**
             * Holiday State
             * @default
             */
            holiday_state?: string;
            /**
             * National Holidays
             * @default true
             */
            national_holidays?: boolean;
            /** Week */
            week: components["schemas"]["SpanInput"][][] | null;
        };
        /**
         * HoursOutput
         * @description The week (null: always open), days of its own, the holidays of this year and the next, and how it stands now.
         */
        HoursOutput: {
            /** Coming */
            coming: components["schemas"]["TodayOutput"][];
            /** Days */
            days: components["schemas"]["OwnDayOutput"][];
            /** Holiday State */
            holiday_state: string;
            /** Holidays */
            holidays: components["schemas"]["HolidayOutput"][];
            /** National Holidays */
            national_holidays: boolean;
            now: components["schemas"]["OpeningOutput"];
            /** States */
            states: string[];
            /** Time Zone */
            time_zone: string;
            /** Week */
            week: components["schemas"]["SpanOutput"][][] | null;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * IdentifierInput
         * @description A phone in any form, an e-mail, a CPF or a CNPJ, with or without dots.
         */
        IdentifierInput: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "phone" | "email" | "cpf" | "cnpj";
            /** Value */
            value: string;
        };
        /**
         * IdentifierOutput
         * @description A form under which the person is known, and how that is known. Sealed ones are masked for those who only read.
         */
        IdentifierOutput: {
            /** Evidence */
            evidence: string;
            /**
             * First Seen At
             * Format: date-time
             */
            first_seen_at: string;
            /** Kind */
            kind: string;
            /**
             * Last Seen At
             * Format: date-time
             */
            last_seen_at: string;
            /** Shown */
            shown: string;
            /** Source */
            source: string;
            /** Value */
            value: string;
        };
        /**
         * ImportedOutput
         * @description Where the new flow is, and what became of the old one.
         */
        ImportedOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Report */
            report: components["schemas"]["FindingOutput"][];
            /** Revision */
            revision: number;
        };
        /**
         * ImportInput
         * @description What another tool, or this one, wrote. Without a name its own is taken.
         */
        ImportInput: {
            /** Bot Id */
            bot_id?: string | null;
            /**
             * Format
             * @enum {string}
             */
            format: "json" | "yaml" | "typebot";
            /** Name */
            name?: string | null;
            /** Text */
            text: string;
        };
        /**
         * ImportOutput
         * @description An import and how far it is.
         */
        ImportOutput: {
            /** Author Name */
            author_name: string;
            /** Columns */
            columns: string[];
            /** Created */
            created: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Done */
            done: number;
            /** Failure */
            failure: string;
            /** Filename */
            filename: string;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Legal Basis */
            legal_basis: string;
            /** Refused */
            refused: number;
            /** State */
            state: string;
            /** Total */
            total: number;
            /** Unchanged */
            unchanged: number;
            /** Updated */
            updated: number;
        };
        /**
         * ImportPreview
         * @description A file that was read: its columns, a suggested target for each, and its first rows.
         */
        ImportPreview: {
            imported: components["schemas"]["ImportOutput"];
            /** Rows */
            rows: string[][];
            /** Targets */
            targets: string[];
        };
        /**
         * ImportRowOutput
         * @description What became of one row: created, updated, unchanged, or refused with a reason.
         */
        ImportRowOutput: {
            /** Contact Id */
            contact_id: string | null;
            /** Number */
            number: number;
            /** Outcome */
            outcome: string;
            /** Reason */
            reason: string;
        };
        /**
         * ImportRowsPage
         * @description Rows in their order; `next_after` is for the following ones.
         */
        ImportRowsPage: {
            /** Items */
            items: components["schemas"]["ImportRowOutput"][];
            /** Next After */
            next_after: number | null;
        };
        /**
         * ImportsPage
         * @description Imports, the newest first.
         */
        ImportsPage: {
            /** Items */
            items: components["schemas"]["ImportOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ImportStartInput
         * @description What each column becomes ("" leaves it out), and on what legal ground these people's data are held.
         */
        ImportStartInput: {
            /**
             * Legal Basis
             * @enum {string}
             */
            legal_basis: "consent" | "contract" | "legitimate_interest" | "legal_obligation" | "credit_protection" | "existing_relationship";
            /**
             * Overwrite
             * @default false
             */
            overwrite?: boolean;
            /** Tags */
            tags?: string[];
            /** Targets */
            targets: string[];
        };
        /**
         * InboxFilter
         * @description What a list is narrowed to. `assignee` is `me`, `none` or an id; `waiting_minutes` is for how long at least.
         */
        InboxFilter: {
            /** Answerer */
            answerer?: ("flow" | "agent" | "person") | null;
            /**
             * Assignee
             * @default
             */
            assignee?: string;
            /** Channel Id */
            channel_id?: string | null;
            /**
             * Q
             * @default
             */
            q?: string;
            /** Since */
            since?: string | null;
            /** State */
            state?: ("active" | "waiting" | "archived") | null;
            /**
             * Tag
             * @default
             */
            tag?: string;
            /** Team Id */
            team_id?: string | null;
            /**
             * Unread
             * @default false
             */
            unread?: boolean;
            /** Until */
            until?: string | null;
            /**
             * Waiting Minutes
             * @default 0
             */
            waiting_minutes?: number;
        };
        /**
         * InvitationOutput
         * @description An open invitation.
         */
        InvitationOutput: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Invited By
             * Format: uuid
             */
            invited_by: string;
            /** Role */
            role: string;
        };
        /**
         * InvitationShownOutput
         * @description What somebody with the link may know before answering.
         */
        InvitationShownOutput: {
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Organization */
            organization: string;
            role: components["schemas"]["Role"];
        };
        /**
         * InvitationsOutput
         * @description The open invitations.
         */
        InvitationsOutput: {
            /** Items */
            items: components["schemas"]["InvitationOutput"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * InvitationTokenInput
         * @description The token of an invitation's link.
         */
        InvitationTokenInput: {
            /** Token */
            token: string;
        };
        /**
         * InvitedOutput
         * @description A new invitation; the link is shown once and opens once.
         */
        InvitedOutput: {
            invitation: components["schemas"]["InvitationOutput"];
            /** Link */
            link: string;
        };
        /**
         * InviteInput
         * @description Whom to invite, as what.
         */
        InviteInput: {
            /** Email */
            email: string;
            /**
             * Role
             * @enum {string}
             */
            role: "org_admin" | "operator" | "agent" | "viewer";
        };
        /**
         * KeptOutput
         * @description How many were new, and what was not kept.
         */
        KeptOutput: {
            /** Added */
            added: number;
            /** Refused */
            refused: components["schemas"]["RefusedLine"][];
        };
        /**
         * LabelCount
         * @description An intent and how many phrases of its own the organization has for it.
         */
        LabelCount: {
            /** Label */
            label: string;
            /** Owner Only */
            owner_only: boolean;
            /** Phrases */
            phrases: number;
        };
        /**
         * LabelInput
         * @description What the message wants.
         */
        LabelInput: {
            /** Label */
            label: string;
        };
        /**
         * LabelTally
         * @description How many messages wanted this.
         */
        LabelTally: {
            /** Label */
            label: string;
            /** N */
            n: number;
        };
        /**
         * LastMessage
         * @description The newest line, shortened.
         */
        LastMessage: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Direction */
            direction: string;
            /** Preview */
            preview: string;
        };
        /**
         * ListedAutomation
         * @description One in the list.
         */
        ListedAutomation: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By Name */
            changed_by_name: string;
            /** Enabled At */
            enabled_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            lately: components["schemas"]["TallyOutput"];
            /** Name */
            name: string;
            /** Position */
            position: number;
            /** Revision */
            revision: number;
            rule: components["schemas"]["RuleShape-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "on" | "off";
            /** Triggers */
            triggers: string[];
        };
        /**
         * ListedFlowOutput
         * @description A flow in the list. `errors` and `warnings` are those of its draft when it was saved.
         */
        ListedFlowOutput: {
            bot: components["schemas"]["NamedBot"] | null;
            draft: components["schemas"]["DraftOutput"];
            /** Errors */
            errors: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Entry */
            is_entry: boolean;
            /** Name */
            name: string;
            /** Open Sessions */
            open_sessions: number;
            published: components["schemas"]["PublishedOutput"] | null;
            /** Warnings */
            warnings: number;
        };
        /**
         * LossOutput
         * @description Why deals were lost, and how many; empty is a reason in words only.
         */
        LossOutput: {
            /** Count */
            count: number;
            /** Name */
            name: string;
        };
        /**
         * MarksOutput
         * @description How a model did on labelled messages; the interval is the accuracy's at 95 %.
         */
        MarksOutput: {
            /** Accuracy */
            accuracy: number;
            /** Interval 95 */
            interval_95: [
                number,
                number
            ];
            /** Macro F1 */
            macro_f1: number;
            /** Right */
            right: number;
            /** Total */
            total: number;
        };
        /**
         * MediaOutput
         * @description A file of a message. `provider_id` is the provider's number for it.
         */
        MediaOutput: {
            /** Failure */
            failure: string;
            /** Filename */
            filename: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mime Type */
            mime_type: string;
            /** Provider Id */
            provider_id: string;
            /** Size */
            size: number | null;
            /** State */
            state: string;
            /** Url */
            url: string;
            /** Voice */
            voice: boolean;
        };
        /**
         * MemberInput
         * @description What a member becomes; what is absent stays.
         */
        MemberInput: {
            /** Active */
            active?: boolean | null;
            /** Role */
            role?: ("org_admin" | "operator" | "agent" | "viewer") | null;
        };
        /**
         * MemberOutput
         * @description A person inside the organization.
         */
        MemberOutput: {
            /** Active */
            active: boolean;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Joined At
             * Format: date-time
             */
            joined_at: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
            /** Team Ids */
            team_ids: string[];
        };
        /**
         * MembersOutput
         * @description A page of members.
         */
        MembersOutput: {
            /** Items */
            items: components["schemas"]["MemberOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * MentionOutput
         * @description Where the caller was called by name.
         */
        MentionOutput: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Contact Name */
            contact_name: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: string;
            /** Read */
            read: boolean;
            /** Text */
            text: string;
        };
        /**
         * MentionPage
         * @description One page, the newest first; `unread` counts to 100.
         */
        MentionPage: {
            /** Items */
            items: components["schemas"]["MentionOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Unread */
            unread: number;
        };
        /**
         * MentionsReadInput
         * @description Where the caller has looked; without a conversation everywhere.
         */
        MentionsReadInput: {
            /** Conversation Id */
            conversation_id?: string | null;
        };
        /**
         * MeOutput
         * @description Who is signed in, where, and what they may do there. `organization` is null for the platform's people outside of one.
         */
        MeOutput: {
            organization: components["schemas"]["PlaceOutput"] | null;
            /** Organizations */
            organizations: components["schemas"]["ChoiceOutput"][];
            /** Permissions */
            permissions: string[];
            /** Role */
            role: string;
            /** Totp On */
            totp_on: boolean;
            user: components["schemas"]["UserOutput"];
        };
        /**
         * MergeInput
         * @description Who is the same person: their row goes, the one of the path stays.
         */
        MergeInput: {
            /**
             * Contact Id
             * Format: uuid
             */
            contact_id: string;
        };
        /**
         * MergeOutput
         * @description A merge. `other` is who the person at hand was merged with.
         */
        MergeOutput: {
            /** Actor Name */
            actor_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Gone Id
             * Format: uuid
             */
            gone_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kept Id
             * Format: uuid
             */
            kept_id: string;
            other: components["schemas"]["ContactCardOutput"] | null;
            /** State */
            state: string;
            /** Undone At */
            undone_at: string | null;
        };
        /**
         * MessageOutput
         * @description A line of a thread.
         */
        MessageOutput: {
            /** Author */
            author: string;
            /** Author Name */
            author_name: string;
            /** Buttons */
            buttons: {
                [key: string]: unknown;
            }[];
            /** Content */
            content: {
                [key: string]: unknown;
            } | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Direction
             * @enum {string}
             */
            direction: "in" | "out" | "note" | "system";
            /** Edited */
            edited: boolean;
            failure: components["schemas"]["FailureOutput"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Media */
            media: components["schemas"]["MediaOutput"][];
            /** Possible Duplicate */
            possible_duplicate: boolean;
            /** Provider Id */
            provider_id: string | null;
            /** Reactions */
            reactions: components["schemas"]["ReactionOutput"][];
            reply_to: components["schemas"]["QuotedOutput"] | null;
            /** Revoked */
            revoked: boolean;
            /** Sections */
            sections: {
                [key: string]: unknown;
            }[];
            /** Sent At */
            sent_at: string | null;
            /** Status */
            status: string;
            /** Subtype */
            subtype: string;
            /** Text */
            text: string;
            /** Type */
            type: string;
        };
        /**
         * MessagePage
         * @description Lines of a thread, oldest first; `next_cursor` fetches those before them, `newer_cursor` those after.
         */
        MessagePage: {
            /** Items */
            items: components["schemas"]["MessageOutput"][];
            /** Newer Cursor */
            newer_cursor: string | null;
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * MessageTemplateOutput
         * @description One language of a template. Words of state are the provider's; texts are text, never markup.
         *
         *     `sendable` says that it may be sent now. `complete` is false while only its name and state are known.
         */
        MessageTemplateOutput: {
            /** Body */
            body: string;
            /** Buttons */
            buttons: components["schemas"]["TemplateButtonOutput"][];
            /** Category */
            category: string;
            /**
             * Channel Id
             * Format: uuid
             */
            channel_id: string;
            /** Complete */
            complete: boolean;
            /** Correct Category */
            correct_category: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Footer */
            footer: string;
            /** Header */
            header: string;
            /** Header Format */
            header_format: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Language */
            language: string;
            /** Name */
            name: string;
            /** Named */
            named: boolean;
            /** Previous Category */
            previous_category: string;
            /** Previous Quality */
            previous_quality: string;
            /** Quality */
            quality: string;
            /** Rejected Reason */
            rejected_reason: string;
            /** Sendable */
            sendable: boolean;
            /** Slots */
            slots: components["schemas"]["TemplateSlotOutput"][];
            /** Status */
            status: string;
            /** Status Detail */
            status_detail: string;
            /** Status Hint */
            status_hint: string;
            /**
             * Synced At
             * Format: date-time
             */
            synced_at: string;
        };
        /**
         * MissingExit
         * @description An exit that no case takes.
         */
        MissingExit: {
            /** Exit */
            exit: string;
            /** Node */
            node: string;
        };
        /**
         * ModelInput
         * @description The version to be used; null is the product's own.
         */
        ModelInput: {
            /** Training Id */
            training_id: string | null;
        };
        /**
         * MoveDealShape
         * @description Put the deal at hand, else the newest open one, into a stage.
         */
        MoveDealShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "move_deal";
            /**
             * Pipeline Id
             * Format: uuid
             */
            pipeline_id: string;
            /**
             * Reason Note
             * @default
             */
            reason_note?: string;
            /**
             * Stage Id
             * Format: uuid
             */
            stage_id: string;
        };
        /**
         * MoveInput
         * @description Where a deal goes: the stage, and which deal then stands right above it (none: to the top).
         */
        MoveInput: {
            /** After Id */
            after_id?: string | null;
            /** Reason Id */
            reason_id?: string | null;
            /**
             * Reason Note
             * @default
             */
            reason_note?: string;
            /** Revision */
            revision: number;
            /**
             * Stage Id
             * Format: uuid
             */
            stage_id: string;
        };
        /**
         * MoveOutput
         * @description A line of the history; `was` is empty for the entry, the actor's name where it was nobody of the organization.
         */
        MoveOutput: {
            /** Actor */
            actor: string;
            /** Actor Name */
            actor_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Became */
            became: string;
            /** Reason */
            reason: string;
            /** Was */
            was: string;
        };
        /**
         * Named
         * @description Somebody or something with a name.
         */
        Named: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * NamedBot
         * @description A bot by name.
         */
        NamedBot: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * NamedOutput
         * @description Something that a rule may refer to; `within` is the pipeline of a stage.
         */
        NamedOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Within */
            within: string | null;
        };
        /**
         * NameInput
         * @description The caller's own name.
         */
        NameInput: {
            /** Name */
            name: string;
        };
        /**
         * NewApiKeyOutput
         * @description A new key and its secret, shown once.
         */
        NewApiKeyOutput: {
            api_key: components["schemas"]["ApiKeyOutput"];
            /** Secret */
            secret: string;
        };
        /**
         * NewChannelOutput
         * @description A channel just added, and where its provider is to send what arrives.
         */
        NewChannelOutput: {
            channel: components["schemas"]["ChannelOutput"];
            /** Webhook Url */
            webhook_url: string;
        };
        /**
         * NewContactInput
         * @description Somebody who has not written yet.
         */
        NewContactInput: {
            /** Identifiers */
            identifiers: components["schemas"]["IdentifierInput"][];
            /**
             * Name
             * @default
             */
            name?: string;
        };
        /**
         * NewFlowOutput
         * @description Where the new flow is.
         */
        NewFlowOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Revision */
            revision: number;
        };
        /**
         * NewQuickReplyInput
         * @description The same, and whose it is to be: `shared` ones are the organization's.
         */
        NewQuickReplyInput: {
            /**
             * Shared
             * @default false
             */
            shared?: boolean;
            /** Shortcut */
            shortcut: string;
            /** Text */
            text: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * NewSecretOutput
         * @description A secret just kept. `made` is the signing secret where one was made: here and nowhere else.
         */
        NewSecretOutput: {
            /** Made */
            made: string | null;
            secret: components["schemas"]["SecretOutput"];
        };
        /**
         * NewWebhookOutput
         * @description An address with its new signing secret: here and nowhere else.
         */
        NewWebhookOutput: {
            /** Secret */
            secret: string;
            webhook: components["schemas"]["WebhookOutput"];
        };
        /**
         * NodeFigures
         * @description A node: how often it was entered, how many people stopped there for good, the median seconds until they answered
         *     (null where nobody was asked).
         */
        NodeFigures: {
            /** Entered */
            entered: number;
            /** Left Here */
            left_here: number;
            /** Median S */
            median_s: number | null;
            /** Node */
            node: string;
        };
        /**
         * NodeTypesOutput
         * @description Everything that the palette, the forms and the completion need. `items` are manifests with their JSON schema.
         */
        NodeTypesOutput: {
            /** Filters */
            filters: components["schemas"]["FilterOutput"][];
            /** Flows */
            flows: components["schemas"]["CalledFlow"][];
            /** Items */
            items: {
                [key: string]: unknown;
            }[];
            /** Variables */
            variables: components["schemas"]["VariableOutput"][];
        };
        /**
         * NoteInput
         * @description A note among colleagues. It calls those of `mention_ids`, and whomever its text names with @.
         */
        NoteInput: {
            /**
             * Mention Ids
             * @default []
             */
            mention_ids?: string[];
            /** Text */
            text: string;
        };
        /**
         * NoticeOutput
         * @description A colleague who was told; `recipient` shows enough to know whom. `reason` says why it did not come.
         */
        NoticeOutput: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Kind */
            kind: string;
            /** Medium */
            medium: string;
            /** Reason */
            reason: string;
            /** Recipient */
            recipient: string;
            /** State */
            state: string;
        };
        /**
         * NotifyShape
         * @description Tell colleagues in the thread, by e-mail, or both.
         */
        NotifyShape: {
            /**
             * By Email
             * @default false
             */
            by_email?: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "notify";
            /** Member Ids */
            member_ids: string[];
            /** Text */
            text: string;
        };
        /**
         * OpenHandoffShape
         * @description Ask for a person.
         */
        OpenHandoffShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "open_handoff";
            /**
             * Priority
             * @default normal
             * @enum {string}
             */
            priority?: "low" | "normal" | "high";
            /** Reason */
            reason: string;
            /** Team Id */
            team_id?: string | null;
        };
        /**
         * OpeningOutput
         * @description Is it open now, why, and when does that change (null: never within a year)?
         *
         *     `reason`: always, week, own_day, holiday, outside_hours; `name` that of the day, where it has one.
         */
        OpeningOutput: {
            /** Changes At */
            changes_at: string | null;
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Reason */
            reason: string;
        };
        /**
         * OpenSessionsOutput
         * @description People in the middle of the flow: how many could go on in the new version where they stand.
         */
        OpenSessionsOutput: {
            /** Can Move */
            can_move: number;
            /** Must Restart */
            must_restart: number;
            /** Open */
            open: number;
        };
        /**
         * OrderInput
         * @description The order in which automations that hear the same fact go.
         */
        OrderInput: {
            /** Ids */
            ids: string[];
        };
        /**
         * OrganizationInput
         * @description The settings to change; what is absent stays. `bot_returns_after_minutes` null: only when handed back.
         */
        OrganizationInput: {
            /** Bot Returns After Minutes */
            bot_returns_after_minutes?: number | null;
            /** Consent */
            consent?: ("ask" | "on_reply" | "off") | null;
            /** Name */
            name?: string | null;
            /** Time Zone */
            time_zone?: string | null;
        };
        /**
         * OrganizationOutput
         * @description An organization and its settings.
         */
        OrganizationOutput: {
            /** Bot Returns After Minutes */
            bot_returns_after_minutes: number | null;
            /** Consent */
            consent: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Slug */
            slug: string;
            /** Solution */
            solution: string;
            /** Time Zone */
            time_zone: string;
        };
        /**
         * OriginOutput
         * @description Where deals came from; `key` is what to filter by.
         */
        OriginOutput: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * OutcomeOutput
         * @description What became of one action: `code` is that of the rule which refused it.
         */
        OutcomeOutput: {
            /** About */
            about: {
                [key: string]: unknown;
            };
            /** Code */
            code: string;
            /** Do */
            do: string;
            /**
             * State
             * @enum {string}
             */
            state: "done" | "refused";
        };
        /**
         * Overview
         * @description Everything on the screen.
         */
        Overview: {
            /** Connections */
            connections: components["schemas"]["Connection"][];
            delegation: components["schemas"]["Delegation"];
            figures: components["schemas"]["Figures"];
            handoffs: components["schemas"]["Handoffs"];
            /** Longest Waiting */
            longest_waiting: components["schemas"]["ConversationOutput"][];
            /** Messages Per Hour */
            messages_per_hour: components["schemas"]["Hour"][];
            /** Open Handoffs */
            open_handoffs: number;
            /** To Repair */
            to_repair: number;
            /** Trends */
            trends: {
                [key: string]: components["schemas"]["Trend"];
            };
        };
        /**
         * OwnDayInput
         * @description A day that differs: without spans it is closed. A day of the same date gives way to it.
         */
        OwnDayInput: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Every Year
             * @default false
             */
            every_year?: boolean;
            /**
             * Hours
             * @default []
             */
            hours?: components["schemas"]["SpanInput"][];
            /** Name */
            name: string;
        };
        /**
         * OwnDayOutput
         * @description A day that differs.
         */
        OwnDayOutput: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Every Year */
            every_year: boolean;
            /** Hours */
            hours: components["schemas"]["SpanOutput"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * OwnerOutput
         * @description The colleague whose business it is.
         */
        OwnerOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * OwnGrantOutput
         * @description One that the caller asked for, with the organization's name.
         */
        OwnGrantOutput: {
            /** Approved At */
            approved_at: string | null;
            /** Approved By */
            approved_by: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Expires At */
            expires_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Minutes */
            minutes: number;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Organization Name */
            organization_name: string;
            /** Reason */
            reason: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** State */
            state: string;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /**
         * OwnGrantsOutput
         * @description What the caller asked for.
         */
        OwnGrantsOutput: {
            /** Items */
            items: components["schemas"]["OwnGrantOutput"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * OwnPasswordInput
         * @description The password, again: for what must not be done by whoever sits down at an open screen.
         */
        OwnPasswordInput: {
            /** Password */
            password: string;
        };
        /**
         * OwnSessionOutput
         * @description One of the caller's open sessions.
         */
        OwnSessionOutput: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current */
            current: boolean;
            /** Device */
            device: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
            /** Organization Id */
            organization_id: string | null;
        };
        /**
         * OwnSessionsOutput
         * @description The caller's open sessions.
         */
        OwnSessionsOutput: {
            /** Items */
            items: components["schemas"]["OwnSessionOutput"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * PasswordInput
         * @description The password of now and the one to come: 8 to 128 characters.
         */
        PasswordInput: {
            /** Current */
            current: string;
            /** New */
            new: string;
        };
        /**
         * PastFactsOutput
         * @description What has happened lately.
         */
        PastFactsOutput: {
            /** Items */
            items: components["schemas"]["HeardOutput"][];
        };
        /**
         * PeopleCountOutput
         * @description How many people a filter fits.
         */
        PeopleCountOutput: {
            /** Count */
            count: number;
        };
        /**
         * PeoplePage
         * @description People, the newest first.
         */
        PeoplePage: {
            /** Items */
            items: components["schemas"]["ContactCardOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * PersonOutput
         * @description Who the business is with.
         */
        PersonOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * PhraseOutput
         * @description A phrase of the organization's own.
         */
        PhraseOutput: {
            /**
             * Added At
             * Format: date-time
             */
            added_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Label */
            label: string;
            /** Text */
            text: string;
        };
        /**
         * PhrasesInput
         * @description Phrases of one intent, one a line.
         */
        PhrasesInput: {
            /** Label */
            label: string;
            /** Texts */
            texts: string[];
        };
        /**
         * PhrasesOutput
         * @description The phrases of one intent, the newest first.
         */
        PhrasesOutput: {
            /** Items */
            items: components["schemas"]["PhraseOutput"][];
        };
        /**
         * PieceOutput
         * @description A part of a text; `marked` is what was looked for.
         */
        PieceOutput: {
            /** Marked */
            marked: boolean;
            /** Text */
            text: string;
        };
        /**
         * PipelineChange
         * @description A pipeline's new name.
         */
        PipelineChange: {
            /** Name */
            name: string;
        };
        /**
         * PipelineInput
         * @description A new pipeline; without stages it gets the usual six.
         */
        PipelineInput: {
            /** Name */
            name: string;
            /** Stages */
            stages?: components["schemas"]["FirstStageInput"][];
        };
        /**
         * PipelineOutput
         * @description A pipeline and its stages, in order.
         */
        PipelineOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Stages */
            stages: components["schemas"]["StageOutput"][];
        };
        /**
         * PipelinesOutput
         * @description The pipelines, in order.
         */
        PipelinesOutput: {
            /** Items */
            items: components["schemas"]["PipelineOutput"][];
        };
        /**
         * PlaceInput
         * @description Where a location header points.
         */
        PlaceInput: {
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Label
             * @default
             */
            label?: string;
            /** Latitude */
            latitude: number;
            /** Longitude */
            longitude: number;
        };
        /**
         * PlaceOutput
         * @description The organization at hand.
         */
        PlaceOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Slug */
            slug: string;
            /** Time Zone */
            time_zone: string;
        };
        /**
         * PreviewOutput
         * @description What publishing would do.
         */
        PreviewOutput: {
            /** Changes */
            changes: components["schemas"]["ChangeOutput"][];
            /** Next Number */
            next_number: number;
            /** Problems */
            problems: components["schemas"]["ProblemOutput"][];
            /** Revision */
            revision: number;
            sessions: components["schemas"]["OpenSessionsOutput"];
        };
        /**
         * ProblemOutput
         * @description One thing wrong: `node` (empty: the flow as a whole) and `path` say where, `sentence` what, in Portuguese.
         */
        ProblemOutput: {
            /** Code */
            code: string;
            /** Data */
            data: {
                [key: string]: string | number | boolean | null;
            };
            /** Node */
            node: string;
            /** Path */
            path: string;
            /** Sentence */
            sentence: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "error" | "warning";
        };
        /**
         * ProfileOutput
         * @description Everything that a person's page shows but for the timeline.
         */
        ProfileOutput: {
            /** Identifiers */
            identifiers: components["schemas"]["IdentifierOutput"][];
            /** Merges */
            merges: components["schemas"]["MergeOutput"][];
            person: components["schemas"]["ContactCardOutput"];
            /** Proposals */
            proposals: components["schemas"]["ProposalOutput"][];
        };
        /**
         * ProposalOutput
         * @description Two who seem to be one person. `evidence` has a `reason` and the `kinds` of addresses that say so.
         */
        ProposalOutput: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Evidence */
            evidence: {
                [key: string]: unknown;
            };
            first: components["schemas"]["ContactCardOutput"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            second: components["schemas"]["ContactCardOutput"];
            /** State */
            state: string;
        };
        /**
         * ProposalPage
         * @description Open proposals, the newest first.
         */
        ProposalPage: {
            /** Items */
            items: components["schemas"]["ProposalOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * PublicationOutput
         * @description The new version's number, and what happened to open sessions.
         */
        PublicationOutput: {
            /** Moved */
            moved: number;
            /** Number */
            number: number;
            /** Restarted */
            restarted: number;
            /** Stayed */
            stayed: number;
        };
        /**
         * PublishedOutput
         * @description The version that new sessions take.
         */
        PublishedOutput: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /** Number */
            number: number;
        };
        /**
         * PublishInput
         * @description Publish the draft that the caller saw. What happens to open sessions: they `stay` in their version, `move` to the
         *     new one where they can, or `restart` in it.
         */
        PublishInput: {
            /**
             * Note
             * @default
             */
            note?: string;
            /** Revision */
            revision: number;
            /**
             * Sessions
             * @default stay
             * @enum {string}
             */
            sessions?: "stay" | "move" | "restart";
        };
        /**
         * QuickRepliesOutput
         * @description All that the caller may use, the most used first, and what their texts may name.
         */
        QuickRepliesOutput: {
            /** Items */
            items: components["schemas"]["QuickReplyOutput"][];
            /** Variables */
            variables: string[];
        };
        /**
         * QuickReplyInput
         * @description What is often said. `text` may hold variables such as `{{ contact.first_name }}`.
         */
        QuickReplyInput: {
            /** Shortcut */
            shortcut: string;
            /** Text */
            text: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * QuickReplyOutput
         * @description What is often said; `shared` is the organization's, else it is the caller's own.
         */
        QuickReplyOutput: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Shared */
            shared: boolean;
            /** Shortcut */
            shortcut: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Uses */
            uses: number;
        };
        /**
         * QuotedOutput
         * @description The message that one answers.
         */
        QuotedOutput: {
            /** Author */
            author: string;
            /** Id */
            id: string | null;
            /** Text */
            text: string;
        };
        /**
         * RankedOutput
         * @description A label and how likely it is.
         */
        RankedOutput: {
            /** Label */
            label: string;
            /** Probability */
            probability: number;
        };
        /**
         * ReactionInput
         * @description One emoji under a message; empty takes it back.
         */
        ReactionInput: {
            /** Emoji */
            emoji: string;
        };
        /**
         * ReactionOutput
         * @description An emoji under a message.
         */
        ReactionOutput: {
            /** By */
            by: string;
            /** Emoji */
            emoji: string;
        };
        /**
         * Readiness
         * @description Can this process take work?
         */
        Readiness: {
            /**
             * Status
             * @enum {string}
             */
            status: "ready" | "unavailable";
        };
        /**
         * ReadingInput
         * @description Are customers' messages understood as they arrive, and below how many per cent is one doubted?
         */
        ReadingInput: {
            /**
             * Doubt Below
             * @default 60
             */
            doubt_below?: number;
            /** Reading */
            reading: boolean;
        };
        /**
         * ReadOutput
         * @description What is understood and why; `version` is the organization's own model that read it, null the product's.
         */
        ReadOutput: {
            /** Doubtful */
            doubtful: boolean;
            /** Entities */
            entities: components["schemas"]["EntityOutput"][];
            intent: components["schemas"]["RankedOutput"];
            /** Negation */
            negation: [
                number,
                number
            ][];
            /** Ranked */
            ranked: components["schemas"]["RankedOutput"][];
            /** Reasons */
            reasons: string[];
            runner_up: components["schemas"]["RankedOutput"] | null;
            sentiment: components["schemas"]["SentimentOutput"];
            /** Text */
            text: string;
            urgency: components["schemas"]["UrgencyOutput"];
            /** Version */
            version: number | null;
        };
        /**
         * ReasonInput
         * @description A reason for winning or losing.
         */
        ReasonInput: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "won" | "lost";
            /** Name */
            name: string;
        };
        /**
         * ReasonOutput
         * @description A reason for winning or losing.
         */
        ReasonOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "won" | "lost";
            /** Name */
            name: string;
        };
        /**
         * ReasonsOutput
         * @description The reasons by kind and name.
         */
        ReasonsOutput: {
            /** Items */
            items: components["schemas"]["ReasonOutput"][];
        };
        /**
         * HandoffOutput
         * @description The open transbordo.
         */
        recado__conversations__schemas__conversations__HandoffOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Priority */
            priority: string;
            /** Reason */
            reason: string;
            /** State */
            state: string;
        };
        /**
         * SessionOutput
         * @description The newest session of a conversation: its bot and flow, the node it stands at, what it has learned.
         */
        recado__flows__api__sessions__SessionOutput: {
            /** Bot */
            bot: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Flow */
            flow: string;
            /** Node */
            node: string;
            /** Path */
            path: string[];
            /** Status */
            status: string;
            /** Turn */
            turn: number;
            /** Variables */
            variables: {
                [key: string]: unknown;
            };
        };
        /**
         * HandoffOutput
         * @description A person is asked to go on.
         */
        recado__flows__schemas__simulating__HandoffOutput: {
            /** Priority */
            priority: string;
            /** Reason */
            reason: string;
            /** Summary */
            summary: string;
            /** Team */
            team: string;
        };
        /**
         * SessionOutput
         * @description A session that began or went on. `expires_in` is in seconds.
         */
        recado__organizations__schemas__sessions__SessionOutput: {
            /** Access Token */
            access_token: string;
            /** Expires In */
            expires_in: number;
            organization: components["schemas"]["PlaceOutput"] | null;
            /** Organizations */
            organizations: components["schemas"]["ChoiceOutput"][];
            /** Permissions */
            permissions: string[];
            /** Role */
            role: string;
            /** Totp On */
            totp_on: boolean;
            user: components["schemas"]["UserOutput"];
        };
        /**
         * RecordedOutput
         * @description The text of the cases with the new one at its end, the name it got, and its script.
         */
        RecordedOutput: {
            /** Name */
            name: string;
            /** Script */
            script: string[];
            /** Text */
            text: string;
        };
        /**
         * RecordTestInput
         * @description A conversation that somebody just had in the simulator, to be kept as a case. Without a text it is added to the cases that
         *     are stored; nothing is saved.
         */
        RecordTestInput: {
            /**
             * @default {
             *       "email": "",
             *       "fields": {},
             *       "id": "",
             *       "name": "Ana Souza",
             *       "phone": "5511987654321"
             *     }
             */
            contact?: components["schemas"]["SimulatedContact"];
            /** Definition */
            definition?: {
                [key: string]: unknown;
            } | null;
            /** Exchanges */
            exchanges: components["schemas"]["ExchangeInput"][];
            /** Name */
            name: string;
            /** Text */
            text?: string | null;
        };
        /**
         * RecoveryOutput
         * @description Codes for the day the phone is lost; each works once, and they are shown once.
         */
        RecoveryOutput: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /**
         * RefusedLine
         * @description A line that was not kept: `empty`, `too_long`, `no_words`, `twice` in what was sent, `taken` before.
         */
        RefusedLine: {
            /** Text */
            text: string;
            /** Why */
            why: string;
        };
        /**
         * Repair
         * @description A conversation that came with a state nobody knows; it waits for a person until somebody says what it is.
         */
        Repair: {
            conversation: components["schemas"]["ConversationOutput"];
            /** Legacy State */
            legacy_state: string;
        };
        /**
         * RepairInput
         * @description The state that the conversation is in.
         */
        RepairInput: {
            /**
             * State
             * @enum {string}
             */
            state: "active" | "waiting" | "archived";
        };
        /**
         * Repairs
         * @description One page of what is to be put right.
         */
        Repairs: {
            /** Items */
            items: components["schemas"]["Repair"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ReportFigures
         * @description The figures of one part; null: nobody can say it of such a part. `containment` runs from 0 to 1.
         */
        ReportFigures: {
            /** Backlog */
            backlog: number | null;
            /** Closed */
            closed: number;
            /** Contained */
            contained: number;
            /** Containment */
            containment: number | null;
            first_response: components["schemas"]["DurationsOutput"];
            /** Messages By People */
            messages_by_people: number;
            /** Messages In */
            messages_in: number;
            /** Messages Out */
            messages_out: number;
            /** Opened */
            opened: number | null;
            resolution: components["schemas"]["DurationsOutput"];
        };
        /**
         * ReportOutput
         * @description A time, the time before, and the parts. What happened after `measured_until` is not counted yet.
         */
        ReportOutput: {
            before: components["schemas"]["ReportFigures"];
            /**
             * Before From
             * Format: date
             */
            before_from: string;
            /**
             * Before To
             * Format: date
             */
            before_to: string;
            /**
             * From
             * Format: date
             */
            from: string;
            /** Group */
            group: string;
            /** Items */
            items: components["schemas"]["ReportPart"][];
            /** Measured Until */
            measured_until: string | null;
            /** Time Zone */
            time_zone: string;
            /**
             * To
             * Format: date
             */
            to: string;
            totals: components["schemas"]["ReportFigures"];
        };
        /**
         * ReportPart
         * @description A span (its key is its first day), an hour of the day, a person or a team (its id).
         */
        ReportPart: {
            figures: components["schemas"]["ReportFigures"];
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * ResolveShape
         * @description Archive the conversation.
         */
        ResolveShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "resolve";
        };
        /**
         * RestoredOutput
         * @description The draft's new revision.
         */
        RestoredOutput: {
            /** Problems */
            problems: components["schemas"]["ProblemOutput"][];
            /** Revision */
            revision: number;
        };
        /**
         * RestoreInput
         * @description Over which revision of the draft the old version is put.
         */
        RestoreInput: {
            /** Revision */
            revision: number;
        };
        /**
         * Role
         * @description As what somebody is inside an organization.
         * @enum {string}
         */
        Role: "org_admin" | "operator" | "agent" | "viewer" | "super_admin" | "platform" | "api_key";
        /**
         * RuleInput
         * @description How a team's conversations find a person.
         */
        RuleInput: {
            /**
             * Assignment
             * @enum {string}
             */
            assignment: "off" | "round_robin" | "least_loaded";
        };
        /**
         * RuleShape
         * @description Everything that an automation says beside its triggers. `per_hour` is for one conversation; 0: no limit of its own.
         */
        "RuleShape-Input": {
            /** Actions */
            actions?: (components["schemas"]["AssignShape"] | components["schemas"]["TagsShape"] | components["schemas"]["SetFieldShape"] | components["schemas"]["CreateDealShape"] | components["schemas"]["MoveDealShape"] | components["schemas"]["StartFlowShape"] | components["schemas"]["SendTextShape"] | components["schemas"]["SendTemplateShape"] | components["schemas"]["OpenHandoffShape"] | components["schemas"]["NotifyShape"] | components["schemas"]["AddNoteShape"] | components["schemas"]["CallWebhookShape"] | components["schemas"]["HandBackShape"] | components["schemas"]["ResolveShape"])[];
            /**
             * Again After Minutes
             * @default 0
             */
            again_after_minutes?: number;
            /**
             * @default {
             *       "join": "all",
             *       "kind": "group",
             *       "tests": []
             *     }
             */
            conditions?: components["schemas"]["GroupShape-Input"];
            /**
             * Hours
             * @default always
             * @enum {string}
             */
            hours?: "always" | "open" | "closed" | "next_opening";
            /**
             * Per Hour
             * @default 5
             */
            per_hour?: number;
            /**
             * Wait Minutes
             * @default 0
             */
            wait_minutes?: number;
        };
        /**
         * RuleShape
         * @description Everything that an automation says beside its triggers. `per_hour` is for one conversation; 0: no limit of its own.
         */
        "RuleShape-Output": {
            /** Actions */
            actions?: (components["schemas"]["AssignShape"] | components["schemas"]["TagsShape"] | components["schemas"]["SetFieldShape"] | components["schemas"]["CreateDealShape"] | components["schemas"]["MoveDealShape"] | components["schemas"]["StartFlowShape"] | components["schemas"]["SendTextShape"] | components["schemas"]["SendTemplateShape"] | components["schemas"]["OpenHandoffShape"] | components["schemas"]["NotifyShape"] | components["schemas"]["AddNoteShape"] | components["schemas"]["CallWebhookShape"] | components["schemas"]["HandBackShape"] | components["schemas"]["ResolveShape"])[];
            /**
             * Again After Minutes
             * @default 0
             */
            again_after_minutes?: number;
            /**
             * @default {
             *       "join": "all",
             *       "kind": "group",
             *       "tests": []
             *     }
             */
            conditions?: components["schemas"]["GroupShape-Output"];
            /**
             * Hours
             * @default always
             * @enum {string}
             */
            hours?: "always" | "open" | "closed" | "next_opening";
            /**
             * Per Hour
             * @default 5
             */
            per_hour?: number;
            /**
             * Wait Minutes
             * @default 0
             */
            wait_minutes?: number;
        };
        /**
         * RunOutput
         * @description One time that an automation heard something, and why it acted or did not.
         */
        RunOutput: {
            /** Attempts */
            attempts: number;
            /** Contact Name */
            contact_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Depth */
            depth: number;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            fact: components["schemas"]["HeardOutput"];
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Outcomes */
            outcomes: components["schemas"]["OutcomeOutput"][];
            /** Reason */
            reason: string;
            /** Revision */
            revision: number;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "ran" | "skipped" | "failed";
            trace: components["schemas"]["SeenGroupOutput"] | null;
        };
        /**
         * RunsOutput
         * @description A page of the log, the newest first.
         */
        RunsOutput: {
            /** Items */
            items: components["schemas"]["RunOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * RunTestsInput
         * @description What to run; without a definition the draft, without a text the cases that are stored.
         */
        RunTestsInput: {
            /** Definition */
            definition?: {
                [key: string]: unknown;
            } | null;
            /** Text */
            text?: string | null;
        };
        /**
         * SaidChoice
         * @description A choice that can be tapped; send `id` as `choice_id`.
         */
        SaidChoice: {
            /** Description */
            description: string;
            /** Id */
            id: string;
            /** Title */
            title: string;
        };
        /**
         * SaidMedia
         * @description A file that goes with a message.
         */
        SaidMedia: {
            /** Filename */
            filename: string;
            /** Link */
            link: string;
            /** Type */
            type: string;
        };
        /**
         * SaidOutput
         * @description One message of the bot. `type`: text, buttons, list, template, or the media's kind.
         */
        SaidOutput: {
            /** Choices */
            choices: components["schemas"]["SaidChoice"][];
            /** Footer */
            footer: string;
            /** Header */
            header: string;
            /** List Label */
            list_label: string;
            media: components["schemas"]["SaidMedia"] | null;
            /** Node */
            node: string;
            /** Template */
            template: string;
            /** Text */
            text: string;
            /** Type */
            type: string;
        };
        /**
         * SampleOutput
         * @description The provider's mark of a sample file; it belongs into `header_handle` of a new template.
         */
        SampleOutput: {
            /** Header Handle */
            header_handle: string;
        };
        /**
         * SavedOutput
         * @description The new revision, and what the check of it found.
         */
        SavedOutput: {
            /** Exits */
            exits: {
                [key: string]: components["schemas"]["ExitOutput"][];
            };
            /** Problems */
            problems: components["schemas"]["ProblemOutput"][];
            /** Revision */
            revision: number;
        };
        /**
         * SecretInput
         * @description A secret and the origins it may travel to, such as `https://api.example.com`.
         *
         *     Without a value a signing secret for webhooks is made and shown in the answer, once.
         */
        SecretInput: {
            /** Name */
            name: string;
            /** Origins */
            origins: string[];
            /** Value */
            value?: string | null;
        };
        /**
         * SecretOutput
         * @description What may be known of a secret.
         */
        SecretOutput: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Origins */
            origins: string[];
            /** Previous Until */
            previous_until: string | null;
            /**
             * Rotated At
             * Format: date-time
             */
            rotated_at: string;
        };
        /**
         * SecretRotationInput
         * @description A new value. Other origins need one too, so that nobody reads a secret by sending it to a place of their own.
         *
         *     `keep_previous_hours`: so long webhooks are signed with the old value as well; none with other origins.
         */
        SecretRotationInput: {
            /**
             * Keep Previous Hours
             * @default 24
             */
            keep_previous_hours?: number;
            /** Origins */
            origins?: string[] | null;
            /** Value */
            value?: string | null;
        };
        /**
         * SecretsOutput
         * @description All of an organization's secrets, by name.
         */
        SecretsOutput: {
            /** Items */
            items: components["schemas"]["SecretOutput"][];
        };
        /**
         * SeenGroupOutput
         * @description How a group came out.
         */
        SeenGroupOutput: {
            /** Held */
            held: boolean;
            /**
             * Join
             * @enum {string}
             */
            join: "all" | "any" | "none";
            /**
             * Kind
             * @constant
             */
            kind: "group";
            /** Tests */
            tests: (components["schemas"]["SeenOutput"] | components["schemas"]["SeenGroupOutput"])[];
        };
        /**
         * SeenOutput
         * @description How one comparison came out. `known` is false where there was nothing to look at; `shown` is the name of an id.
         */
        SeenOutput: {
            /** Field */
            field: string;
            /** Held */
            held: boolean;
            /**
             * Kind
             * @constant
             */
            kind: "test";
            /** Known */
            known: boolean;
            /** Op */
            op: string;
            /** Seen */
            seen: unknown;
            /** Shown */
            shown: string;
            /** Value */
            value: unknown;
        };
        /**
         * SegmentInput
         * @description A filter to save.
         */
        SegmentInput: {
            /** Filter */
            filter: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
        };
        /**
         * SegmentOutput
         * @description A saved filter.
         */
        SegmentOutput: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Filter */
            filter: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * SegmentsOutput
         * @description All segments by name.
         */
        SegmentsOutput: {
            /** Items */
            items: components["schemas"]["SegmentOutput"][];
        };
        /**
         * SendInput
         * @description What a person sends: text, a file with or without text, or a template.
         */
        SendInput: {
            /** Media Id */
            media_id?: string | null;
            /** Reply To */
            reply_to?: string | null;
            template?: components["schemas"]["TemplateInput"] | null;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * SendTemplateShape
         * @description Send an approved template; `values` fill its body in order.
         */
        SendTemplateShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "send_template";
            /**
             * Language
             * @default pt_BR
             */
            language?: string;
            /** Name */
            name: string;
            /** Values */
            values?: string[];
        };
        /**
         * SendTextShape
         * @description Write to the person, inside the window only.
         */
        SendTextShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "send_text";
            /** Text */
            text: string;
        };
        /**
         * SentenceInput
         * @description A text as a customer would write it. `asked` is what was just asked of them, `at` when they write (now, if absent).
         */
        SentenceInput: {
            /**
             * Asked
             * @default
             */
            asked?: string;
            /** At */
            at?: string | null;
            /**
             * Role
             * @default customer
             * @enum {string}
             */
            role?: "customer" | "operator" | "owner";
            /** Text */
            text: string;
        };
        /**
         * SentimentOutput
         * @description How it was said: a score from -1 to 1, and how far it is to be believed.
         */
        SentimentOutput: {
            /** Confidence */
            confidence: number;
            /** Label */
            label: string;
            /** Score */
            score: number;
        };
        /**
         * SentOutput
         * @description The message is stored and will leave; its status tells how far it came.
         */
        SentOutput: {
            /**
             * Message Id
             * Format: uuid
             */
            message_id: string;
        };
        /**
         * ServiceInput
         * @description Whether it is in service.
         */
        ServiceInput: {
            /**
             * State
             * @enum {string}
             */
            state: "on" | "off";
        };
        /**
         * SessionPage
         * @description The session, or none where no flow has answered yet.
         */
        SessionPage: {
            session: components["schemas"]["recado__flows__api__sessions__SessionOutput"] | null;
        };
        /**
         * SetFieldShape
         * @description Write a custom field; empty clears it.
         */
        SetFieldShape: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "set_field";
            /** Field */
            field: string;
            /**
             * Value
             * @default
             */
            value?: string;
        };
        /**
         * SignInInput
         * @description E-mail and password, and the code once `totp_required` was answered.
         */
        SignInInput: {
            /** Email */
            email: string;
            /** Password */
            password: string;
            /** Totp */
            totp?: string | null;
        };
        /**
         * SimulatedContact
         * @description Who writes, as far as the flow may know them.
         */
        SimulatedContact: {
            /**
             * Email
             * @default
             */
            email?: string;
            /** Fields */
            fields?: {
                [key: string]: unknown;
            };
            /**
             * Id
             * @default
             */
            id?: string;
            /**
             * Name
             * @default Ana Souza
             */
            name?: string;
            /**
             * Phone
             * @default 5511987654321
             */
            phone?: string;
        };
        /**
         * SimulatedInput
         * @description What arrives: a `message` (text, the id of a tapped choice, or a kind of media), the `timer` or `answer` with `key`
         *     that the turn before named, or a `start` without a message.
         */
        SimulatedInput: {
            /**
             * Choice Id
             * @default
             */
            choice_id?: string;
            /**
             * Key
             * @default
             */
            key?: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "message" | "timer" | "answer" | "start";
            /**
             * Media Type
             * @default
             * @enum {string}
             */
            media_type?: "" | "image" | "audio" | "video" | "document" | "sticker" | "location";
            /**
             * Ok
             * @default true
             */
            ok?: boolean;
            /**
             * Text
             * @default
             */
            text?: string;
            /** Value */
            value?: unknown;
        };
        /**
         * SimulatedOutput
         * @description What came of the turn. `path` and `exits` are those of this flow, `whole_path` also those it calls, as
         *     `flow/node`; `waiting_at` the node that waits for the next input.
         */
        SimulatedOutput: {
            ask: components["schemas"]["AskOutput"] | null;
            /** Effects */
            effects: components["schemas"]["EffectOutput"][];
            /** Exits */
            exits: components["schemas"]["ExitTakenOutput"][];
            handoff: components["schemas"]["recado__flows__schemas__simulating__HandoffOutput"] | null;
            /**
             * Moment
             * Format: date-time
             */
            moment: string;
            /** Path */
            path: string[];
            /** Problems */
            problems: components["schemas"]["ProblemOutput"][];
            /** Said */
            said: components["schemas"]["SaidOutput"][];
            /** Session */
            session: {
                [key: string]: unknown;
            };
            /** Status */
            status: string;
            timer: components["schemas"]["TimerOutput"] | null;
            /** Variables */
            variables: {
                [key: string]: unknown;
            };
            /** Waiting At */
            waiting_at: string;
            /** Whole Path */
            whole_path: string[];
        };
        /**
         * SimulateInput
         * @description A turn to try: on the definition given or the draft, from the session that the turn before gave (null: none).
         */
        SimulateInput: {
            /**
             * @default {
             *       "email": "",
             *       "fields": {},
             *       "id": "",
             *       "name": "Ana Souza",
             *       "phone": "5511987654321"
             *     }
             */
            contact?: components["schemas"]["SimulatedContact"];
            /** Definition */
            definition?: {
                [key: string]: unknown;
            } | null;
            input: components["schemas"]["SimulatedInput"];
            /** Moment */
            moment?: string | null;
            /** Session */
            session?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * SpanInput
         * @description From when until when; the end is the first minute outside.
         */
        SpanInput: {
            /** Closes */
            closes: string;
            /** Opens */
            opens: string;
        };
        /**
         * SpanOutput
         * @description From when until when; the end is the first minute outside.
         */
        SpanOutput: {
            /** Closes */
            closes: string;
            /** Opens */
            opens: string;
        };
        /**
         * SplitFigures
         * @description A split and its arms; `best` is the one that does better than all others with 95 % confidence, empty while none does.
         */
        SplitFigures: {
            /** Arms */
            arms: components["schemas"]["ArmFigures"][];
            /** Best */
            best: string;
            /** Node */
            node: string;
        };
        /**
         * StageChange
         * @description What changes of a stage; what is absent stays.
         */
        StageChange: {
            /** Color */
            color?: ("grey" | "blue" | "green" | "amber" | "red") | null;
            /** Name */
            name?: string | null;
            /** Position */
            position?: number | null;
        };
        /**
         * StageInput
         * @description A stage. Without `position` it goes behind those of its kind.
         */
        StageInput: {
            /**
             * Color
             * @default blue
             * @enum {string}
             */
            color?: "grey" | "blue" | "green" | "amber" | "red";
            /**
             * Kind
             * @default open
             * @enum {string}
             */
            kind?: "open" | "won" | "lost";
            /** Name */
            name: string;
            /** Position */
            position?: number | null;
        };
        /**
         * StageOutput
         * @description A stage; `position` counts from 0.
         */
        StageOutput: {
            /**
             * Color
             * @enum {string}
             */
            color: "grey" | "blue" | "green" | "amber" | "red";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "open" | "won" | "lost";
            /** Name */
            name: string;
            /** Position */
            position: number;
        };
        /**
         * StartFlowShape
         * @description Let a bot begin its flow.
         */
        StartFlowShape: {
            /**
             * Bot Id
             * Format: uuid
             */
            bot_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "start_flow";
        };
        /**
         * StepOutput
         * @description An open stage: how many came so far or further, and how many stand there now.
         */
        StepOutput: {
            /** Name */
            name: string;
            /** Of Entered */
            of_entered: number | null;
            /** Of Previous */
            of_previous: number | null;
            /** Reached */
            reached: number;
            /**
             * Stage Id
             * Format: uuid
             */
            stage_id: string;
            /** Standing */
            standing: number;
        };
        /**
         * SwitchInput
         * @description The organization to go on in.
         */
        SwitchInput: {
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
        };
        /**
         * SyncInput
         * @description Whose listing is asked for; nobody named means every channel that has templates.
         */
        SyncInput: {
            /** Channel Id */
            channel_id?: string | null;
        };
        /**
         * SyncStarted
         * @description The channels whose listings are asked for now.
         */
        SyncStarted: {
            /** Channel Ids */
            channel_ids: string[];
        };
        /**
         * SystemOutput
         * @description The version, and where the simulator answers (null where none runs).
         */
        SystemOutput: {
            /** Simulator Url */
            simulator_url: string | null;
            /** Version */
            version: string;
        };
        /**
         * TagOutput
         * @description A tag, and how many have it.
         */
        TagOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** People */
            people: number;
        };
        /**
         * TagsInput
         * @description Exactly the tags that the person is to have.
         */
        TagsInput: {
            /** Tags */
            tags: string[];
        };
        /**
         * TagsOutput
         * @description All tags by name.
         */
        TagsOutput: {
            /** Items */
            items: components["schemas"]["TagOutput"][];
        };
        /**
         * TagsShape
         * @description Put tags on the person and take others off.
         */
        TagsShape: {
            /** Add */
            add?: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            do: "tags";
            /** Remove */
            remove?: string[];
        };
        /**
         * TallyOutput
         * @description What became of its runs in the last seven days.
         */
        TallyOutput: {
            /** Failed */
            failed: number;
            /** Last Ran At */
            last_ran_at: string | null;
            /** Ran */
            ran: number;
            /** Skipped */
            skipped: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * TeamChangeInput
         * @description What changes of a team; what is absent stays.
         */
        TeamChangeInput: {
            /** Member Ids */
            member_ids?: string[] | null;
            /** Name */
            name?: string | null;
        };
        /**
         * TeamDuty
         * @description A team and how its conversations find a person.
         */
        TeamDuty: {
            /**
             * Assignment
             * @enum {string}
             */
            assignment: "off" | "round_robin" | "least_loaded";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * TeamInput
         * @description A team to create.
         */
        TeamInput: {
            /**
             * Member Ids
             * @default []
             */
            member_ids?: string[];
            /** Name */
            name: string;
        };
        /**
         * TeamOutput
         * @description A team and who is in it.
         */
        TeamOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Member Ids */
            member_ids: string[];
            /** Name */
            name: string;
        };
        /**
         * TeamsOutput
         * @description The teams.
         */
        TeamsOutput: {
            /** Items */
            items: components["schemas"]["TeamOutput"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * TemplateButtonOutput
         * @description A button as the template defines it; `value` is its address or its number.
         */
        TemplateButtonOutput: {
            /** Kind */
            kind: string;
            /** Text */
            text: string;
            /** Value */
            value: string;
        };
        /**
         * TemplateDraftInput
         * @description A new template. `samples` has an example for every variable of the body, by its name or number.
         *
         *     `header_handle` is what `templates.sample` gave for the file that shows the reviewer what a media header will hold.
         */
        TemplateDraftInput: {
            /** Body */
            body: string;
            /**
             * Buttons
             * @default []
             */
            buttons?: components["schemas"]["DraftButtonInput"][];
            /** Category */
            category: string;
            /**
             * Channel Id
             * Format: uuid
             */
            channel_id: string;
            /**
             * Footer
             * @default
             */
            footer?: string;
            /**
             * Header
             * @default
             */
            header?: string;
            /**
             * Header Format
             * @default
             * @enum {string}
             */
            header_format?: "" | "TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "LOCATION";
            /**
             * Header Handle
             * @default
             */
            header_handle?: string;
            /**
             * Header Sample
             * @default
             */
            header_sample?: string;
            /**
             * Language
             * @default pt_BR
             */
            language?: string;
            /** Name */
            name: string;
            /**
             * Samples
             * @default {}
             */
            samples?: {
                [key: string]: string;
            };
        };
        /**
         * TemplateInput
         * @description An approved template with what fills it in: typed `values`, or `components` in the provider's own shape.
         *
         *     An upload that the message names becomes the file of the template's header.
         */
        TemplateInput: {
            /**
             * Components
             * @default []
             */
            components?: {
                [key: string]: unknown;
            }[];
            /**
             * Language
             * @default pt_BR
             */
            language?: string;
            /** Name */
            name: string;
            values?: components["schemas"]["TemplateValuesInput"] | null;
        };
        /**
         * TemplateName
         * @description An approved template.
         */
        TemplateName: {
            /** Language */
            language: string;
            /** Name */
            name: string;
        };
        /**
         * TemplateOutput
         * @description A flow to begin from.
         */
        TemplateOutput: {
            /** Description */
            description: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Nodes */
            nodes: number;
        };
        /**
         * TemplatePage
         * @description Templates by name; `next_cursor` fetches those after them. `syncs` has one for each channel that was asked.
         */
        TemplatePage: {
            /** Items */
            items: components["schemas"]["MessageTemplateOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Syncs */
            syncs: components["schemas"]["TemplateSyncOutput"][];
        };
        /**
         * TemplatePreviewInput
         * @description Values to try; `media` says which kind of file will go along.
         */
        TemplatePreviewInput: {
            /**
             * Media
             * @default
             * @enum {string}
             */
            media?: "" | "image" | "video" | "document";
            /**
             * @default {
             *       "body": [],
             *       "buttons": [],
             *       "header": [],
             *       "media_link": ""
             *     }
             */
            values?: components["schemas"]["TemplateValuesInput"];
        };
        /**
         * TemplatePreviewOutput
         * @description How a template reads with its values, and what the provider would refuse; nothing wrong means it may be sent.
         */
        TemplatePreviewOutput: {
            /** Body */
            body: string;
            /** Buttons */
            buttons: string[];
            /** Footer */
            footer: string;
            /** Header */
            header: string;
            /** Media */
            media: string;
            /** Problems */
            problems: components["schemas"]["TemplateProblemOutput"][];
        };
        /**
         * TemplateProblemOutput
         * @description Why it would be refused, and where.
         */
        TemplateProblemOutput: {
            /** Code */
            code: string;
            /** Field */
            field: string;
            /** Limit */
            limit: number | null;
        };
        /**
         * TemplateSlotOutput
         * @description One thing that a template takes.
         */
        TemplateSlotOutput: {
            /** Example */
            example: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Needed */
            needed: boolean;
            /**
             * Part
             * @enum {string}
             */
            part: "header" | "body" | "button";
        };
        /**
         * TemplatesOutput
         * @description All of them, in the order in which they are shown.
         */
        TemplatesOutput: {
            /** Items */
            items: components["schemas"]["TemplateOutput"][];
        };
        /**
         * TemplateSyncOutput
         * @description How the last asking for a channel's listing went; `problem` is a code of a channel's check.
         */
        TemplateSyncOutput: {
            /**
             * Channel Id
             * Format: uuid
             */
            channel_id: string;
            /** Finished At */
            finished_at: string | null;
            /** Found */
            found: number;
            /** Problem */
            problem: string;
            /** Running */
            running: boolean;
        };
        /**
         * TemplateValueInput
         * @description What fills a variable. `text` is what the person reads; `amount_1000` counts thousandths of `currency`.
         */
        TemplateValueInput: {
            /**
             * Amount 1000
             * @default 0
             */
            amount_1000?: number;
            /**
             * Currency
             * @default
             */
            currency?: string;
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Type
             * @default text
             * @enum {string}
             */
            type?: "text" | "currency" | "date_time";
        };
        /**
         * TemplateValuesInput
         * @description What is given to a template: variables in their order or by name, buttons by index, and what its header shows.
         */
        TemplateValuesInput: {
            /**
             * Body
             * @default []
             */
            body?: components["schemas"]["TemplateValueInput"][];
            /**
             * Buttons
             * @default []
             */
            buttons?: components["schemas"]["ButtonValueInput"][];
            /**
             * Header
             * @default []
             */
            header?: components["schemas"]["TemplateValueInput"][];
            location?: components["schemas"]["PlaceInput"] | null;
            /**
             * Media Link
             * @default
             */
            media_link?: string;
        };
        /**
         * TestSentOutput
         * @description A delivery that was made to try an address.
         */
        TestSentOutput: {
            /**
             * Delivery Id
             * Format: uuid
             */
            delivery_id: string;
        };
        /**
         * TestShape
         * @description One comparison. A list means: with any of these.
         */
        TestShape: {
            /** Field */
            field: string;
            /**
             * Kind
             * @default test
             * @constant
             */
            kind?: "test";
            /** Op */
            op: string;
            /** Value */
            value?: boolean | number | string | (boolean | number | string)[] | null;
        };
        /**
         * TestsInput
         * @description Cases to write over the revision that their author saw.
         */
        TestsInput: {
            /** Revision */
            revision: number;
            /** Text */
            text: string;
        };
        /**
         * TestsOutput
         * @description The cases beside the flow, as YAML.
         */
        TestsOutput: {
            /** Revision */
            revision: number;
            /** Text */
            text: string;
        };
        /**
         * TestsRunOutput
         * @description How the cases went, and how much of this flow (`coverage`) and of all it calls (`flows`) they walked.
         */
        TestsRunOutput: {
            /** Cases */
            cases: components["schemas"]["CaseOutput"][];
            coverage: components["schemas"]["CoverageOutput"];
            /** Flows */
            flows: components["schemas"]["CoverageOutput"][];
            /** Passed */
            passed: boolean;
            /** Turns */
            turns: number;
        };
        /**
         * TimelinePage
         * @description Lines, the newest first; `next_cursor` is for the older ones.
         */
        TimelinePage: {
            /** Items */
            items: components["schemas"]["HappeningOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * TimerOutput
         * @description What the flow waits for; a `timer` with its `key` is the next input when `at` has come.
         */
        TimerOutput: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Key */
            key: string;
        };
        /**
         * TodayOutput
         * @description The hours of one day, with the name of what makes it differ from the week.
         */
        TodayOutput: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Hours */
            hours: components["schemas"]["SpanOutput"][];
            /** Name */
            name: string;
        };
        /**
         * TotpInput
         * @description The first code of an authenticator app.
         */
        TotpInput: {
            /** Code */
            code: string;
        };
        /**
         * TotpOutput
         * @description What an authenticator app needs; shown once.
         */
        TotpOutput: {
            /** Secret */
            secret: string;
            /** Uri */
            uri: string;
        };
        /**
         * TrainingOutput
         * @description A version. `method`: examined on messages that no model was taught, or each by a fold that was not taught it; `verdict`
         *     compares with the version that was in force. `kept`: its model can be taken into use.
         */
        TrainingOutput: {
            after: components["schemas"]["MarksOutput"] | null;
            before: components["schemas"]["MarksOutput"] | null;
            /** Began At */
            began_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Failure */
            failure: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** In Force */
            in_force: boolean;
            /** Kept */
            kept: boolean;
            /** Labelled */
            labelled: number;
            /** Method */
            method: string;
            /** Number */
            number: number;
            /** Own Phrases */
            own_phrases: number;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed";
            /** Verdict */
            verdict: string;
        };
        /**
         * TrainingsOutput
         * @description The newest versions first; `enough` labelled messages are taught as well as examined by.
         */
        TrainingsOutput: {
            /** Enough */
            enough: number;
            /** Items */
            items: components["schemas"]["TrainingOutput"][];
        };
        /**
         * Trend
         * @description The last seven days and the value a week ago.
         */
        Trend: {
            /** Sparkline */
            sparkline: (number | null)[];
            /** Week Before */
            week_before: number | null;
        };
        /**
         * TriedOutput
         * @description What would come of a past fact now; nothing of it was done.
         */
        TriedOutput: {
            /**
             * Decision
             * @enum {string}
             */
            decision: "act" | "skip" | "postpone";
            fact: components["schemas"]["HeardOutput"];
            /** Outcomes */
            outcomes: components["schemas"]["OutcomeOutput"][];
            /** Reason */
            reason: string;
            trace: components["schemas"]["SeenGroupOutput"];
            /** Until */
            until: string | null;
        };
        /**
         * TriggerOutput
         * @description A fact that can set an automation off.
         */
        TriggerOutput: {
            /** About */
            about: string;
            /** Fact */
            fact: string;
            /** Label */
            label: string;
        };
        /**
         * TryInput
         * @description A rule that is tried on a past fact, as it stands in the editor. `anyway`: show its actions even where it would not act.
         */
        TryInput: {
            /**
             * Anyway
             * @default false
             */
            anyway?: boolean;
            /** Automation Id */
            automation_id?: string | null;
            /** Fact Seq */
            fact_seq: number;
            /** Name */
            name: string;
            rule: components["schemas"]["RuleShape-Input"];
            /** Triggers */
            triggers: string[];
        };
        /**
         * UnderstandingOutput
         * @description How things stand: settings, the version in force, and what there is to teach.
         */
        UnderstandingOutput: {
            /** Doubt Below */
            doubt_below: number;
            /** Labelled */
            labelled: number;
            /** Labels */
            labels: components["schemas"]["LabelCount"][];
            /** Open */
            open: number;
            /** Reading */
            reading: boolean;
            /** Skipped */
            skipped: number;
            /** Version */
            version: number | null;
        };
        /**
         * UploadedMedia
         * @description A file that has arrived and may go with a message. `mime_type` is what its bytes are; `size` in bytes.
         */
        UploadedMedia: {
            /**
             * Media Id
             * Format: uuid
             */
            media_id: string;
            /** Mime Type */
            mime_type: string;
            /** Size */
            size: number;
        };
        /**
         * UrgencyOutput
         * @description How pressing it is, and the words that say so.
         */
        UrgencyOutput: {
            /** Horizon Days */
            horizon_days: number | null;
            /** Level */
            level: string;
            /** Words */
            words: string[];
        };
        /**
         * UsedQuickReply
         * @description The text as it reads in this conversation; `missing` names what was empty.
         */
        UsedQuickReply: {
            /** Missing */
            missing: string[];
            /** Text */
            text: string;
        };
        /**
         * UserOutput
         * @description A person, as that person sees themself.
         */
        UserOutput: {
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * VariableOutput
         * @description A name that every template can read.
         */
        VariableOutput: {
            /** Label */
            label: string;
            /** Name */
            name: string;
        };
        /**
         * VerificationOutput
         * @description What a walk along the whole chain found. Keep `length` and `head`: shown later, they prove that nothing was cut off.
         */
        VerificationOutput: {
            /** First Bad */
            first_bad: number | null;
            /** Head */
            head: string;
            /** Intact */
            intact: boolean;
            /** Length */
            length: number;
            /** Reason */
            reason: string | null;
            /** Unsealed */
            unsealed: number;
            /** Unsealed Since */
            unsealed_since: string | null;
        };
        /**
         * VersionDefinitionOutput
         * @description What a version is.
         */
        VersionDefinitionOutput: {
            /** Definition */
            definition: {
                [key: string]: unknown;
            };
            /** Number */
            number: number;
        };
        /**
         * VersionOutput
         * @description A published version and how many sessions are open in it.
         */
        VersionOutput: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /** Note */
            note: string;
            /** Number */
            number: number;
            /** Open Sessions */
            open_sessions: number;
        };
        /**
         * VersionsOutput
         * @description The versions, the newest first.
         */
        VersionsOutput: {
            /** Items */
            items: components["schemas"]["VersionOutput"][];
        };
        /**
         * ViewInput
         * @description A filter under a name; a shared one is seen by everybody of the organization.
         */
        ViewInput: {
            filter: components["schemas"]["InboxFilter"];
            /** Name */
            name: string;
            /**
             * Shared
             * @default false
             */
            shared?: boolean;
        };
        /**
         * ViewList
         * @description Own and shared views, by name.
         */
        ViewList: {
            /** Items */
            items: components["schemas"]["ViewOutput"][];
        };
        /**
         * ViewOutput
         * @description A kept filter; `mine` may be changed by the caller.
         */
        ViewOutput: {
            count: components["schemas"]["CountOutput"];
            filter: components["schemas"]["InboxFilter"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Owner Name */
            owner_name: string;
            /** Shared */
            shared: boolean;
        };
        /**
         * VocabularyOutput
         * @description A name that the organization uses.
         */
        VocabularyOutput: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
        };
        /**
         * WebhookChangeInput
         * @description What changes; what is absent stays. `active` true puts a paused or disabled one back into service.
         */
        WebhookChangeInput: {
            /** Active */
            active?: boolean | null;
            /** Facts */
            facts?: string[] | null;
            /** Name */
            name?: string | null;
            /** Url */
            url?: string | null;
        };
        /**
         * WebhookDeliveriesOutput
         * @description A page of deliveries, the newest first.
         */
        WebhookDeliveriesOutput: {
            /** Items */
            items: components["schemas"]["WebhookDeliveryOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * WebhookDeliveryOutput
         * @description One fact on its way to one address; `id` is its `webhook-id`, the same at every attempt.
         */
        WebhookDeliveryOutput: {
            /** Attempted At */
            attempted_at: string | null;
            /** Attempts */
            attempts: number;
            /** Body */
            body: unknown;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Fact */
            fact: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Error */
            last_error: string;
            /** Last Ms */
            last_ms: number | null;
            /** Last Status */
            last_status: number | null;
            /** Next At */
            next_at: string | null;
            /** State */
            state: string;
        };
        /**
         * WebhookInput
         * @description An address to tell, and of which facts.
         */
        WebhookInput: {
            /** Facts */
            facts: string[];
            /** Name */
            name: string;
            /** Url */
            url: string;
        };
        /**
         * WebhookOutput
         * @description An address that is told of facts. `state`: active, paused, disabled (`state_reason`: failing, gone).
         */
        WebhookOutput: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Facts */
            facts: string[];
            /** Failing Since */
            failing_since: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Previous Until */
            previous_until: string | null;
            /** State */
            state: string;
            /** State Reason */
            state_reason: string;
            /** Url */
            url: string;
        };
        /**
         * WebhookRotationInput
         * @description `keep_previous_hours`: so long deliveries are signed with the old secret as well.
         */
        WebhookRotationInput: {
            /**
             * Keep Previous Hours
             * @default 24
             */
            keep_previous_hours?: number;
        };
        /**
         * WebhooksOutput
         * @description The addresses by name, and every fact that can be told.
         */
        WebhooksOutput: {
            /** Available Facts */
            available_facts: components["schemas"]["FactOutput"][];
            /** Items */
            items: components["schemas"]["WebhookOutput"][];
        };
        /**
         * WhatsAppStatus
         * @description Is any number connected, and how is each?
         */
        WhatsAppStatus: {
            /** Connected */
            connected: boolean;
            /** Connections */
            connections: components["schemas"]["ConnectionStatus"][];
        };
        /**
         * WhyOutput
         * @description Why it was won or lost.
         */
        WhyOutput: {
            /** Id */
            id: string | null;
            /** Name */
            name: string;
            /** Note */
            note: string;
        };
        /**
         * WindowOutput
         * @description May free text be written, and until when?
         */
        WindowOutput: {
            /** Closes At */
            closes_at: string | null;
            /** Open */
            open: boolean;
        };
        /**
         * WordOutput
         * @description A word with its label.
         */
        WordOutput: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * WordsInput
         * @description Names of one kind.
         */
        WordsInput: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "service" | "person" | "catalogue";
            /** Texts */
            texts: string[];
        };
        /**
         * WordsOutput
         * @description The vocabulary.
         */
        WordsOutput: {
            /** Items */
            items: components["schemas"]["VocabularyOutput"][];
        };
        /**
         * WritingDraft
         * @description The draft that stays; an empty text where there is none.
         */
        WritingDraft: {
            /** Reply To */
            reply_to: string | null;
            /** Revision */
            revision: number;
            /** Text */
            text: string;
        };
        /**
         * WritingDraftInput
         * @description What somebody has begun to write. The highest `revision` stays, whichever arrives last; an empty text is none.
         */
        WritingDraftInput: {
            /** Reply To */
            reply_to?: string | null;
            /** Revision */
            revision: number;
            /**
             * Text
             * @default
             */
            text?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "analytics.conversations": {
        parameters: {
            query?: {
                /** @description The first local day; by default six days before `to`. */
                from?: string | null;
                group?: "day" | "week" | "month" | "hour" | "person" | "team";
                /** @description The last local day, itself included; by default today. */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOutput"];
                };
            };
        };
    };
    "analytics.conversations_csv": {
        parameters: {
            query?: {
                /** @description The first local day; by default six days before `to`. */
                from?: string | null;
                group?: "day" | "week" | "month" | "hour" | "person" | "team";
                /** @description The last local day, itself included; by default today. */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description One line a part, and the total. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    "analytics.csat": {
        parameters: {
            query?: {
                /** @description The first local day; by default six days before `to`. */
                from?: string | null;
                /** @description The last local day, itself included; by default today. */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsatReportOutput"];
                };
            };
        };
    };
    "analytics.csat_csv": {
        parameters: {
            query?: {
                /** @description The first local day; by default six days before `to`. */
                from?: string | null;
                /** @description The last local day, itself included; by default today. */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description One line a person and a team, and the total. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    "api_keys.list": {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeysOutput"];
                };
            };
        };
    };
    "api_keys.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyOutput"];
                };
            };
        };
    };
    "api_keys.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "audit.list": {
        parameters: {
            query?: {
                action?: string;
                actor?: string | null;
                cursor?: string | null;
                limit?: number;
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditOutput"];
                };
            };
        };
    };
    "audit.verify": {
        parameters: {
            query?: {
                head?: string | null;
                index?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationOutput"];
                };
            };
        };
    };
    "automations.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationsOutput"];
                };
            };
        };
    };
    "automations.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutomationInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationOutput"];
                };
            };
        };
    };
    "automations.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationOutput"];
                };
            };
        };
    };
    "automations.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutomationChange"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationOutput"];
                };
            };
        };
    };
    "automations.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "automations.runs": {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                state?: ("waiting" | "ran" | "skipped" | "failed") | null;
            };
            header?: never;
            path: {
                automation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunsOutput"];
                };
            };
        };
    };
    "automations.switch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationOutput"];
                };
            };
        };
    };
    "automations.catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueOutput"];
                };
            };
        };
    };
    "automations.facts": {
        parameters: {
            query?: {
                triggers?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastFactsOutput"];
                };
            };
        };
    };
    "automations.order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "automations.try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedOutput"];
                };
            };
        };
    };
    "bots.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotsOutput"];
                };
            };
        };
    };
    "bots.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BotInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotOutput"];
                };
            };
        };
    };
    "bots.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BotSettingsInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotOutput"];
                };
            };
        };
    };
    "channels.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelPage"];
                };
            };
        };
    };
    "channels.connect": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelOutput"];
                };
            };
        };
    };
    "channels.disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelOutput"];
                };
            };
        };
    };
    "channels.add_cloud": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloudChannelInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewChannelOutput"];
                };
            };
        };
    };
    "contacts.list": {
        parameters: {
            query?: {
                cursor?: string | null;
                filter?: string;
                limit?: number;
                q?: string;
                segment_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePage"];
                };
            };
        };
    };
    "contacts.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContactInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOutput"];
                };
            };
        };
    };
    "contacts.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOutput"];
                };
            };
        };
    };
    "contacts.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChangeInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOutput"];
                };
            };
        };
    };
    "contacts.add_identifier": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOutput"];
                };
            };
        };
    };
    "contacts.remove_identifier": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOutput"];
                };
            };
        };
    };
    "contacts.merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeOutput"];
                };
            };
        };
    };
    "contacts.add_note": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactNoteInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "contacts.set_tags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOutput"];
                };
            };
        };
    };
    "contacts.timeline": {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
        };
    };
    "contacts.export": {
        parameters: {
            query?: {
                filter?: string;
                segment_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    "contacts.fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactFieldsOutput"];
                };
            };
        };
    };
    "contacts.create_field": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactFieldInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactFieldOutput"];
                };
            };
        };
    };
    "contacts.remove_field": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "contacts.change_field": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactFieldChangeInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactFieldOutput"];
                };
            };
        };
    };
    "contacts.imports": {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportsPage"];
                };
            };
        };
    };
    "contacts.upload_import": {
        parameters: {
            query?: never;
            header?: {
                "x-filename"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    "contacts.read_import": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOutput"];
                };
            };
        };
    };
    "contacts.import_rows": {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                outcome?: ("created" | "updated" | "unchanged" | "refused") | null;
            };
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowsPage"];
                };
            };
        };
    };
    "contacts.start_import": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportStartInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOutput"];
                };
            };
        };
    };
    "contacts.undo_merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merge_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeOutput"];
                };
            };
        };
    };
    "contacts.proposals": {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
        };
    };
    "contacts.accept_proposal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptMergeInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeOutput"];
                };
            };
        };
    };
    "contacts.refuse_proposal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "contacts.find_duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundOutput"];
                };
            };
        };
    };
    "contacts.segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentsOutput"];
                };
            };
        };
    };
    "contacts.create_segment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentsOutput"];
                };
            };
        };
    };
    "contacts.remove_segment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "contacts.count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleCountOutput"];
                };
            };
        };
    };
    "contacts.tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagsOutput"];
                };
            };
        };
    };
    "drafts.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
        };
    };
    "conversations.filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilterChoices"];
                };
            };
        };
    };
    "views.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewList"];
                };
            };
        };
    };
    "views.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOutput"];
                };
            };
        };
    };
    "views.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOutput"];
                };
            };
        };
    };
    "views.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "conversations.list": {
        parameters: {
            query?: {
                answerer?: ("flow" | "agent" | "person") | null;
                assignee?: string;
                channel_id?: string | null;
                cursor?: string;
                limit?: number;
                q?: string;
                since?: string | null;
                state?: ("active" | "waiting" | "archived") | null;
                tag?: string;
                team_id?: string | null;
                unread?: boolean;
                until?: string | null;
                waiting_minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
        };
    };
    "conversations.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOutput"];
                };
            };
        };
    };
    "conversations.assign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOutput"];
                };
            };
        };
    };
    "conversations.assignments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentsOutput"];
                };
            };
        };
    };
    "conversations.see_assignments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "conversations.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOutput"];
                };
            };
        };
    };
    "drafts.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WritingDraft"];
                };
            };
        };
    };
    "drafts.keep": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WritingDraftInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WritingDraft"];
                };
            };
        };
    };
    "conversations.hand_back": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOutput"];
                };
            };
        };
    };
    "handoffs.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffHistory"];
                };
            };
        };
    };
    "conversations.messages": {
        parameters: {
            query?: {
                after?: string | null;
                around?: string | null;
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
        };
    };
    "conversations.message": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageOutput"];
                };
            };
        };
    };
    "conversations.react": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactionInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "conversations.note": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageOutput"];
                };
            };
        };
    };
    "conversations.presence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlancesOutput"];
                };
            };
        };
    };
    "conversations.tell_presence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GlanceInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "quick_replies.use": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                reply_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsedQuickReply"];
                };
            };
        };
    };
    "conversations.mark_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "overview.repair": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOutput"];
                };
            };
        };
    };
    "conversations.send": {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentOutput"];
                };
            };
        };
    };
    "flows.session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
        };
    };
    "conversations.take": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOutput"];
                };
            };
        };
    };
    "conversations.wait": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationOutput"];
                };
            };
        };
    };
    "conversations.bulk": {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutput"];
                };
            };
        };
    };
    "csat.read_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsatSettingsOutput"];
                };
            };
        };
    };
    "csat.change_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CsatSettingsInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsatSettingsOutput"];
                };
            };
        };
    };
    "dead_letters.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
        };
    };
    "dead_letters.dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "dead_letters.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "pipelines.reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonsOutput"];
                };
            };
        };
    };
    "pipelines.add_reason": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonOutput"];
                };
            };
        };
    };
    "pipelines.remove_reason": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reason_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "deals.list": {
        parameters: {
            query?: {
                contact_id?: string | null;
                conversation_ref?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealsOutput"];
                };
            };
        };
    };
    "deals.create": {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DealInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealOutput"];
                };
            };
        };
    };
    "deals.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealPage"];
                };
            };
        };
    };
    "deals.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "deals.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DealChange"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealOutput"];
                };
            };
        };
    };
    "deals.move": {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealOutput"];
                };
            };
        };
    };
    "desk.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskOutput"];
                };
            };
        };
    };
    "desk.set_available": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailableInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "desk.set_cap": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CapInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "desk.set_rule": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "flows.templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatesOutput"];
                };
            };
        };
    };
    "flows.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowsOutput"];
                };
            };
        };
    };
    "flows.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewFlowOutput"];
                };
            };
        };
    };
    "flows.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowOutput"];
                };
            };
        };
    };
    "flows.analytics": {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsOutput"];
                };
            };
        };
    };
    "flows.archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "flows.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedOutput"];
                };
            };
        };
    };
    "flows.export": {
        parameters: {
            query?: {
                format?: "yaml" | "json";
            };
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description The draft as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/yaml": unknown;
                };
            };
        };
    };
    "flows.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOutput"];
                };
            };
        };
    };
    "flows.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOutput"];
                };
            };
        };
    };
    "flows.simulate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulateInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulatedOutput"];
                };
            };
        };
    };
    "flows.tests": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestsOutput"];
                };
            };
        };
    };
    "flows.save_tests": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestsInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestsOutput"];
                };
            };
        };
    };
    "flows.record_test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordTestInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedOutput"];
                };
            };
        };
    };
    "flows.run_tests": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunTestsInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestsRunOutput"];
                };
            };
        };
    };
    "flows.versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsOutput"];
                };
            };
        };
    };
    "flows.version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDefinitionOutput"];
                };
            };
        };
    };
    "flows.diff": {
        parameters: {
            query?: {
                to?: string;
            };
            header?: never;
            path: {
                flow_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesOutput"];
                };
            };
        };
    };
    "flows.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoredOutput"];
                };
            };
        };
    };
    "flows.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckOutput"];
                };
            };
        };
    };
    "flows.import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedOutput"];
                };
            };
        };
    };
    "grants.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsOutput"];
                };
            };
        };
    };
    "grants.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantOutput"];
                };
            };
        };
    };
    "grants.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantOutput"];
                };
            };
        };
    };
    "handoffs.list": {
        parameters: {
            query?: {
                cursor?: string;
                lead_class?: ("high" | "medium" | "low" | "unrated") | null;
                limit?: number;
                priority?: ("low" | "normal" | "high") | null;
                state?: "open" | "late" | "taken" | "resolved" | "expired" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffPage"];
                };
            };
        };
    };
    "handoffs.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handoff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoffChange"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffTask"];
                };
            };
        };
    };
    "handoffs.resolve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handoff_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffTask"];
                };
            };
        };
    };
    "handoffs.read_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffSettingsOutput"];
                };
            };
        };
    };
    "handoffs.change_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoffSettingsBody"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffSettingsOutput"];
                };
            };
        };
    };
    "invitations.accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recado__organizations__schemas__sessions__SessionOutput"];
                };
            };
        };
    };
    "invitations.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationTokenInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationShownOutput"];
                };
            };
        };
    };
    "live.follow": {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string;
            };
            path: {
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "me.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOutput"];
                };
            };
        };
    };
    "me.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOutput"];
                };
            };
        };
    };
    "media.upload": {
        parameters: {
            query?: never;
            header?: {
                "content-length"?: number | null;
                "content-type"?: string;
                "x-filename"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedMedia"];
                };
            };
        };
    };
    "media.read": {
        parameters: {
            query?: never;
            header?: {
                "if-range"?: string | null;
                Range?: string | null;
            };
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The range that was asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The file ends before that range */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "media.fetch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    "members.list": {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersOutput"];
                };
            };
        };
    };
    "members.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberOutput"];
                };
            };
        };
    };
    "members.list_invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationsOutput"];
                };
            };
        };
    };
    "members.invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedOutput"];
                };
            };
        };
    };
    "members.withdraw_invitation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "mentions.list": {
        parameters: {
            query?: {
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MentionPage"];
                };
            };
        };
    };
    "mentions.mark_read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MentionsReadInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "flows.node_types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeTypesOutput"];
                };
            };
        };
    };
    "organization.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationOutput"];
                };
            };
        };
    };
    "organization.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationOutput"];
                };
            };
        };
    };
    "hours.put_day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnDayInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursOutput"];
                };
            };
        };
    };
    "hours.remove_day": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "hours.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursOutput"];
                };
            };
        };
    };
    "hours.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoursOutput"];
                };
            };
        };
    };
    "overview.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
        };
    };
    "overview.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    "overview.repairs": {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repairs"];
                };
            };
        };
    };
    "pipelines.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelinesOutput"];
                };
            };
        };
    };
    "pipelines.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineOutput"];
                };
            };
        };
    };
    "pipelines.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pipeline_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "pipelines.rename": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pipeline_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineChange"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineOutput"];
                };
            };
        };
    };
    "pipelines.board": {
        parameters: {
            query?: {
                limit?: number;
                origin?: string | null;
                owner?: string | null;
                since?: string | null;
                unowned?: boolean;
                until?: string | null;
            };
            header?: never;
            path: {
                pipeline_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardOutput"];
                };
            };
        };
    };
    "pipelines.conversion": {
        parameters: {
            query?: {
                origin?: string | null;
                owner?: string | null;
                since?: string | null;
                unowned?: boolean;
                until?: string | null;
            };
            header?: never;
            path: {
                pipeline_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionOutput"];
                };
            };
        };
    };
    "pipelines.conversion_sheet": {
        parameters: {
            query?: {
                origin?: string | null;
                owner?: string | null;
                since?: string | null;
                unowned?: boolean;
                until?: string | null;
            };
            header?: never;
            path: {
                pipeline_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A sheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    "pipelines.deals_sheet": {
        parameters: {
            query?: {
                origin?: string | null;
                owner?: string | null;
                since?: string | null;
                unowned?: boolean;
                until?: string | null;
            };
            header?: never;
            path: {
                pipeline_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A sheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    "pipelines.add_stage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pipeline_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineOutput"];
                };
            };
        };
    };
    "platform.list_grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnGrantsOutput"];
                };
            };
        };
    };
    "platform.request_grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantOutput"];
                };
            };
        };
    };
    "platform.end_grant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantOutput"];
                };
            };
        };
    };
    "quick_replies.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuickRepliesOutput"];
                };
            };
        };
    };
    "quick_replies.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuickReplyInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuickReplyOutput"];
                };
            };
        };
    };
    "quick_replies.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reply_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuickReplyInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuickReplyOutput"];
                };
            };
        };
    };
    "quick_replies.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reply_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "conversations.search": {
        parameters: {
            query?: {
                answerer?: ("flow" | "agent" | "person") | null;
                assignee?: string;
                channel_id?: string | null;
                cursor?: string;
                limit?: number;
                q?: string;
                since?: string | null;
                state?: ("active" | "waiting" | "archived") | null;
                tag?: string;
                team_id?: string | null;
                unread?: boolean;
                until?: string | null;
                waiting_minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPage"];
                };
            };
        };
    };
    "secrets.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretsOutput"];
                };
            };
        };
    };
    "secrets.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecretOutput"];
                };
            };
        };
    };
    "secrets.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "secrets.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretRotationInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecretOutput"];
                };
            };
        };
    };
    "session.start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recado__organizations__schemas__sessions__SessionOutput"];
                };
            };
        };
    };
    "session.end": {
        parameters: {
            query?: {
                everywhere?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "session.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSessionsOutput"];
                };
            };
        };
    };
    "session.end_other": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "session.switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recado__organizations__schemas__sessions__SessionOutput"];
                };
            };
        };
    };
    "session.change_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "session.refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recado__organizations__schemas__sessions__SessionOutput"];
                };
            };
        };
    };
    "session.begin_totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPasswordInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpOutput"];
                };
            };
        };
    };
    "session.confirm_totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryOutput"];
                };
            };
        };
    };
    "session.drop_totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPasswordInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "pipelines.remove_stage": {
        parameters: {
            query?: {
                move_to?: string | null;
            };
            header?: never;
            path: {
                stage_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineOutput"];
                };
            };
        };
    };
    "pipelines.change_stage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stage_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageChange"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineOutput"];
                };
            };
        };
    };
    "pipelines.stage_deals": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                origin?: string | null;
                owner?: string | null;
                since?: string | null;
                unowned?: boolean;
                until?: string | null;
            };
            header?: never;
            path: {
                stage_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealsOutput"];
                };
            };
        };
    };
    "system.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemOutput"];
                };
            };
        };
    };
    "teams.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsOutput"];
                };
            };
        };
    };
    "teams.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamOutput"];
                };
            };
        };
    };
    "teams.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "teams.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamChangeInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamOutput"];
                };
            };
        };
    };
    "templates.list": {
        parameters: {
            query?: {
                channel_id?: string | null;
                cursor?: string | null;
                limit?: number;
                name?: string;
                q?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePage"];
                };
            };
        };
    };
    "templates.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateDraftInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplateOutput"];
                };
            };
        };
    };
    "templates.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplateOutput"];
                };
            };
        };
    };
    "templates.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "templates.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplatePreviewInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreviewOutput"];
                };
            };
        };
    };
    "templates.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateDraftInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftCheckOutput"];
                };
            };
        };
    };
    "templates.sample": {
        parameters: {
            query: {
                channel_id: string;
            };
            header?: {
                "content-type"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleOutput"];
                };
            };
        };
    };
    "templates.sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncStarted"];
                };
            };
        };
    };
    "understanding.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnderstandingOutput"];
                };
            };
        };
    };
    "understanding.doubts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "labelled" | "skipped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoubtPage"];
                };
            };
        };
    };
    "understanding.label": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                doubt_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoubtOutput"];
                };
            };
        };
    };
    "understanding.reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                doubt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoubtOutput"];
                };
            };
        };
    };
    "understanding.skip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                doubt_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoubtOutput"];
                };
            };
        };
    };
    "understanding.figures": {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresOutput"];
                };
            };
        };
    };
    "understanding.choose_model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "understanding.phrases": {
        parameters: {
            query: {
                intent: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhrasesOutput"];
                };
            };
        };
    };
    "understanding.add_phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhrasesInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOutput"];
                };
            };
        };
    };
    "understanding.remove_phrase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phrase_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "understanding.set_reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "understanding.try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SentenceInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadOutput"];
                };
            };
        };
    };
    "understanding.trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingsOutput"];
                };
            };
        };
    };
    "understanding.train": {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingOutput"];
                };
            };
        };
    };
    "understanding.words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordsOutput"];
                };
            };
        };
    };
    "understanding.add_words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOutput"];
                };
            };
        };
    };
    "understanding.remove_word": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                word_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "delegation.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: ("pending" | "sent" | "failed") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationPage"];
                };
            };
        };
    };
    "delegation.create": {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationOutput"];
                };
            };
        };
    };
    "delegation.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationOutput"];
                };
            };
        };
    };
    "webhooks.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhooksOutput"];
                };
            };
        };
    };
    "webhooks.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookOutput"];
                };
            };
        };
    };
    "webhooks.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhooks.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChangeInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookOutput"];
                };
            };
        };
    };
    "webhooks.deliveries": {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveriesOutput"];
                };
            };
        };
    };
    "webhooks.resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    "webhooks.rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRotationInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookOutput"];
                };
            };
        };
    };
    "webhooks.test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestSentOutput"];
                };
            };
        };
    };
    "overview.conversas": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: ("ativa" | "aguardando" | "arquivada") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversas"];
                };
            };
        };
    };
    "overview.funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunnelStatus"];
                };
            };
        };
    };
    "channels.pair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectOutput"];
                };
            };
        };
    };
    "channels.unpair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisconnectInput"];
            };
        };
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionStatus"];
                };
            };
        };
    };
    "channels.status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused; `code` says why, `data` holds what the sentence at the screen needs. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        data: {
                            [key: string]: unknown;
                        };
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatsAppStatus"];
                };
            };
        };
    };
    "health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    "health.dependency": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dependency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DependencyHealth"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DependencyHealth"];
                };
            };
        };
    };
    "metrics.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description No such token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
}
