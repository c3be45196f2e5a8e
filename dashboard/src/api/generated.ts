// Generated from openapi.json by `npm run generate`; do not edit.
export interface paths {
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
         * @description List sensitive acts in the organization at hand, the newest first.
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
    "/api/v1/conversations/{ref}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description List lines of a thread before one of them, oldest first, with those of the conversations it follows.
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
         * @description Write a note among colleagues.
         */
        post: operations["conversations.note"];
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
         * @description A page of the audit trail, the newest first.
         */
        AuditOutput: {
            /** Items */
            items: components["schemas"]["AuditEntryOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
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
         * @description The number a conversation runs on.
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
         * @description Something else that the turn would do: `tag`, `contact_field`, `end`.
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
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
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
         * @description Lines of a thread, oldest first; `next_cursor` fetches those before them.
         */
        MessagePage: {
            /** Items */
            items: components["schemas"]["MessageOutput"][];
            /** Next Cursor */
            next_cursor: string | null;
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
         * NewSecretOutput
         * @description A secret just kept. `made` is the signing secret where one was made: here and nowhere else.
         */
        NewSecretOutput: {
            /** Made */
            made: string | null;
            secret: components["schemas"]["SecretOutput"];
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
         * @description A note among colleagues.
         */
        NoteInput: {
            /** Text */
            text: string;
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
         * Overview
         * @description Everything on the screen.
         */
        Overview: {
            /** Connections */
            connections: components["schemas"]["Connection"][];
            delegation: components["schemas"]["Delegation"];
            figures: components["schemas"]["Figures"];
            /** Longest Waiting */
            longest_waiting: components["schemas"]["ConversationOutput"][];
            /** Messages Per Hour */
            messages_per_hour: components["schemas"]["Hour"][];
            /** Open Handoffs */
            open_handoffs: number;
            /** Trends */
            trends: {
                [key: string]: components["schemas"]["Trend"];
            };
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
         * SessionPage
         * @description The session, or none where no flow has answered yet.
         */
        SessionPage: {
            session: components["schemas"]["recado__flows__api__sessions__SessionOutput"] | null;
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
         * TemplateInput
         * @description An approved template with its parameters, in the provider's shape.
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
         * TemplatesOutput
         * @description All of them, in the order in which they are shown.
         */
        TemplatesOutput: {
            /** Items */
            items: components["schemas"]["TemplateOutput"][];
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
         * WindowOutput
         * @description May free text be written, and until when?
         */
        WindowOutput: {
            /** Closes At */
            closes_at: string | null;
            /** Open */
            open: boolean;
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
    "conversations.list": {
        parameters: {
            query?: {
                assignee?: string;
                cursor?: string;
                limit?: number;
                q?: string;
                state?: ("active" | "waiting" | "archived") | null;
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
    "conversations.messages": {
        parameters: {
            query?: {
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
